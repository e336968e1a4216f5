import { freePort } from "../free-port.ts";
import { type Knot, startKnot, type Zone } from "./knot.ts";
import { startUnbound, UNBOUND_ADDRESS } from "./unbound.ts";

export const PRIMARY = "127.0.0.1";
export const SECONDARY = "127.0.0.2";
/** As long as a chain of keys in a TXT record, and longer than a datagram. */
export const LONG_TEXT = Array.from({ length: 10 }, (_, index) => String(index).repeat(200));

const SIGNED: Zone = {
  name: "signed.test",
  signed: true,
  records: () => `
@ NS ns1
@ NS ns2
ns1 A ${PRIMARY}
ns2 A ${SECONDARY}
@ A 192.0.2.10
@ AAAA 2001:db8::10
@ MX 10 mx.plain.test.
@ CAA 0 issue "sectigo.com; account=\\"7\\""
@ CAA 128 issuewild ";"
www CNAME @
away CNAME shop.plain.test.
long TXT ${LONG_TEXT.map((text) => `"${text}"`).join(" ")}
*.wild TXT "from the wildcard"
_dcv TXT "new token"`,
};

const PLAIN: Zone = {
  name: "plain.test",
  signed: false,
  records: () => `
@ NS ns1
ns1 A ${PRIMARY}
@ TXT "unsigned"
shop A 192.0.2.20
shop CAA 0 issue "digicert.com"
dangling CNAME nowhere.signed.test.`,
};

const BROKEN: Zone = { name: "broken.test", signed: true, records: () => `@ NS ns1\nns1 A ${PRIMARY}\n@ TXT "here"` };

/** The parent. The DS of the broken zone is that of a key nobody has, as after a move to another DNS provider. */
const PARENT: Zone = {
  name: "test",
  signed: true,
  records: (ds) => `
@ NS ns1
ns1 A ${PRIMARY}
signed NS ns1.signed
ns1.signed A ${PRIMARY}
${ds["signed.test"]}
plain NS ns1.plain
ns1.plain A ${PRIMARY}
broken NS ns1.broken
ns1.broken A ${PRIMARY}
broken DS 4711 13 2 ${"ab".repeat(32)}`,
};

/** What the secondary still serves: the zone as it was before the last change. */
const STALE: Zone = {
  name: "signed.test",
  signed: false,
  records: () => `@ NS ns1\nns1 A ${PRIMARY}\n_dcv TXT "old token"`,
};

export type DnsWorld = AsyncDisposable & {
  readonly primary: Knot;
  readonly nameServerPort: number;
  /** Validating resolvers; the one explains failures, the other does not. */
  readonly explaining: { readonly address: string; readonly port: number };
  readonly silent: { readonly address: string; readonly port: number };
};

/** A signed parent, three zones below it, a secondary that lags behind, and two resolvers that validate. */
export const startDnsWorld = async (): Promise<DnsWorld> => {
  await using started = new AsyncDisposableStack();
  const nameServerPort = await freePort(PRIMARY, SECONDARY);
  const zones = [PARENT, SIGNED, PLAIN, BROKEN];
  const primary = started.use(await startKnot({ address: PRIMARY, port: nameServerPort, zones }));
  started.use(await startKnot({ address: SECONDARY, port: nameServerPort, zones: [STALE] }));

  const resolve = async (explains: boolean): Promise<DnsWorld["silent"]> => {
    const port = await freePort(UNBOUND_ADDRESS);
    const names = zones.map(({ name }) => name);
    const trustAnchor = primary.ds["test"] ?? "";
    started.use(await startUnbound({ port, trustAnchor, zones: names, servedAt: primary, explains }));
    return { address: UNBOUND_ADDRESS, port };
  };
  const [explaining, silent] = [await resolve(true), await resolve(false)];

  const running = started.move();
  return { primary, nameServerPort, explaining, silent, [Symbol.asyncDispose]: () => running.disposeAsync() };
};
