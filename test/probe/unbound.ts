import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answersFor } from "./ask.ts";
import { type Daemon, startDaemon } from "./daemon.ts";

export type UnboundWish = {
  readonly port: number;
  /** DS record of the one zone it trusts. */
  readonly trustAnchor: string;
  /** Where the zones are served; the first is asked for to see that it runs. */
  readonly zones: readonly string[];
  readonly servedAt: { readonly address: string; readonly port: number };
  /** Whether it explains failures as RFC 8914 has it. */
  readonly explains: boolean;
};

export const UNBOUND_ADDRESS = "127.0.0.1";

const configuration = (folder: string, { port, trustAnchor, zones, servedAt, explains }: UnboundWish): string => `
server:
    interface: ${UNBOUND_ADDRESS}
    port: ${port}
    directory: "${folder}"
    chroot: ""
    username: ""
    pidfile: ""
    use-syslog: no
    do-daemonize: no
    do-ip6: no
    do-not-query-localhost: no
    local-zone: "test." nodefault
    trust-anchor: "${trustAnchor}"
    ede: ${explains ? "yes" : "no"}
remote-control:
    control-enable: no
${zones.map((zone) => `stub-zone:\n    name: "${zone}"\n    stub-addr: ${servedAt.address}@${servedAt.port}\n`).join("")}`;

/** A validating resolver that knows the zones from one server and trusts one anchor. */
export const startUnbound = async (wish: UnboundWish): Promise<Daemon> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-unbound-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const config = join(folder, "unbound.conf");
  const isReady = (): Promise<boolean> => answersFor(wish.zones[0] ?? "", UNBOUND_ADDRESS, wish.port);
  try {
    await writeFile(config, configuration(folder, wish));
    const daemon = await startDaemon({ command: "unbound", args: ["-d", "-c", config], isReady });
    return { [Symbol.asyncDispose]: () => daemon[Symbol.asyncDispose]().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
};
