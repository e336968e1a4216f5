import type { Planned } from "../../apache/index.ts";
import type { ApacheSites } from "./apache-reading.ts";

const HTTPS = 443;

/** Apache goes down when it is reloaded and a port it shall listen on is another program's; what is wrong, or nothing. */
export const takenPort = (
  { server }: ApacheSites,
  { notes }: Extract<Planned, { kind: "planned" }>,
): string | undefined => {
  const anew = notes.flatMap((note) => (note.kind === "listens-anew" ? [note.address] : []));
  const taken = server.listensElsewhere.find(
    ({ address, port }) =>
      port === HTTPS && anew.some((text) => address === "*" || text === String(port) || text.startsWith(`${address}:`)),
  );
  return taken && `another program listens on port ${HTTPS} there; install the certificate where visitors get to`;
};
