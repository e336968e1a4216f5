import type { Placed } from "../tree/nginx-tree.ts";
import type { CertificatePair, Levels } from "./effective-settings.ts";
import type { Listen } from "./listen.ts";
import type { PanelMark } from "./panel-mark.ts";
import type { ServerName } from "./server-name.ts";

/** One `server` block of `http`, as nginx understands it. */
export type NginxServer = {
  /** Equal for two views of the same block, also when a file is included twice. */
  readonly identity: string;
  readonly placed: Placed;
  /** The `http` block it stands in. */
  readonly http: Placed;
  readonly listens: readonly Listen[];
  /** The empty name when it has none. */
  readonly names: readonly ServerName[];
  /** The pairs in effect; more than one are of different key types, RSA beside ECDSA. */
  readonly pairs: readonly CertificatePair[];
  /** All directives of the block and of `http` around it. */
  readonly levels: Levels;
  /** As written, own or inherited; nothing when nginx's own default applies. */
  readonly root: string | undefined;
  readonly panel: PanelMark | undefined;
};
