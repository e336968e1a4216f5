import type { LoadedModule } from "../dump/loaded-modules.ts";
import type { ServerVersion } from "../dump/server-build.ts";

/** What the walk over a configuration has to know of the server and its machine. */
export type ApacheSource = {
  /** By absolute path, as the server names them: links are not followed. Every file that an include may reach. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Where a path that is a link leads to. Edits name the link's end. */
  readonly links: ReadonlyMap<string, string>;
  readonly configFile: string;
  /** What holds until a ServerRoot directive says another: HTTPD_ROOT, or what `-d` gave. */
  readonly serverRoot: string;
  readonly version: ServerVersion;
  readonly modules: readonly LoadedModule[];
  /** From the command line (`-D`), not from the configuration. */
  readonly defines: ReadonlyMap<string, string>;
  readonly environment: ReadonlyMap<string, string>;
};
