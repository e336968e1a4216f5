/** A version by its numbers, to compare: `[1, 25, 1]`. */
export type Version = readonly number[];

/** What a binary says of itself (`nginx -V`, on its standard error). */
export type NginxBuild = {
  /** The name it prints, lower-cased: nginx, or that of a fork (openresty, angie, tengine, freenginx). */
  readonly flavour: string;
  /** The version of nginx it is or is made from. */
  readonly version: Version;
  /** The TLS library in use, not the one it was built with; nothing when there is no TLS. */
  readonly tls: TlsLibrary | undefined;
  /** Relative paths, logs among them, are below it. Ends with no slash. */
  readonly prefix: string;
  /** The configuration that is read unless `-c` says otherwise. */
  readonly confPath: string;
  /** The words of `./configure`, such as `--with-http_v2_module`, unquoted. */
  readonly arguments: readonly string[];
};

export type TlsLibrary = {
  readonly name: "openssl" | "libressl" | "boringssl" | "other";
  readonly version: Version;
};

/** Compares number by number; what is missing counts as zero. */
export const isAtLeast = (version: Version, wanted: Version): boolean => {
  const length = Math.max(version.length, wanted.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (version[at] ?? 0) - (wanted[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
};

/** Whether a module that is built only on demand is in the binary itself. */
export const hasModule = (build: NginxBuild, name: string): boolean => build.arguments.includes(`--with-${name}`);
