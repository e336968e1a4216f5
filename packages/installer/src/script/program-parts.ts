import { APPLY } from "./apply.ts";
import { FIELDS } from "./fields.ts";
import { GATE } from "./gate.ts";
import { JOURNAL } from "./journal.ts";
import { KEYS } from "./keys.ts";
import { LOCK } from "./lock.ts";
import { PERMITTED } from "./permitted.ts";
import { PRELUDE } from "./prelude.ts";
import { RECOVER } from "./recover.ts";
import { REPORT } from "./report.ts";
import { REQUEST } from "./request.ts";
import { SERVE } from "./serve.ts";
import { APACHE } from "./servers/apache.ts";
import { MASTERS } from "./servers/masters.ts";
import { NGINX } from "./servers/nginx.ts";
import { SOCKETS } from "./servers/sockets.ts";
import { STAGING } from "./staging.ts";
import { SWEEP } from "./sweep.ts";
import { WELL_KNOWN } from "./well-known.ts";

/** How web servers are found, asked, tested and reloaded. */
export const WEB_SERVERS = `${MASTERS}${SOCKETS}${NGINX}${APACHE}`;

/** Everything that is done on a host, as functions of a POSIX shell around those that speak to a web server. */
export const programParts = (servers: string): string =>
  [
    PRELUDE,
    FIELDS,
    REQUEST,
    PERMITTED,
    servers,
    REPORT,
    LOCK,
    JOURNAL,
    STAGING,
    SWEEP,
    GATE,
    APPLY,
    RECOVER,
    KEYS,
    WELL_KNOWN,
    SERVE,
  ].join("");
