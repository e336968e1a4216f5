/** What the server says about itself with `-V`. */
export type ServerBuild = {
  readonly version: ServerVersion;
  /** `event`, `worker`, `prefork`; in lower case. */
  readonly mpm: string | undefined;
  /** HTTPD_ROOT: the ServerRoot unless the configuration says another. */
  readonly root: string | undefined;
  /** SERVER_CONFIG_FILE, below the root unless it is absolute. */
  readonly configFile: string | undefined;
};

/** Major, minor, patch. */
export type ServerVersion = readonly [number, number, number];

const VERSION = /^Server version:\s*\S*?\/(\d+)\.(\d+)\.(\d+)/m;
const MPM = /^Server MPM:[ \t]*(\S+)/m;

const setting = (text: string, name: string): string | undefined =>
  new RegExp(String.raw`^\s*-D\s+${name}="([^"]*)"`, "m").exec(text)?.[1];

/** Below zero, zero or above it, as the first is older than, as old as or newer than the second. */
export const compareVersions = (one: ServerVersion, other: ServerVersion): number =>
  one[0] - other[0] || one[1] - other[1] || one[2] - other[2];

/** Reads what `apachectl -V` prints; nothing when there is no version in it. */
export const parseServerBuild = (text: string): ServerBuild | undefined => {
  const [, major, minor, patch] = VERSION.exec(text) ?? [];
  if (major === undefined) return undefined;
  return {
    version: [Number(major), Number(minor), Number(patch)],
    mpm: MPM.exec(text)?.[1]?.toLowerCase(),
    root: setting(text, "HTTPD_ROOT"),
    configFile: setting(text, "SERVER_CONFIG_FILE"),
  };
};
