/** Where a server waits for connections. `*` is any address of either family. */
export type Listening = { readonly address: string; readonly port: number };

const HEX = 16;
const OCTET = /../g;
const WORD = /.{8}/g;
const V4_IN_V6 = /^0000000000000000FFFF0000/i;

const octets = (word: string): readonly number[] =>
  (word.match(OCTET) ?? []).map((two) => parseInt(two, HEX)).toReversed();

const toV4 = (word: string): string => octets(word).join(".");

const toV6 = (hex: string): string => {
  const bytes = (hex.match(WORD) ?? []).flatMap(octets);
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0)).toString(HEX),
  );
  return new URL(`http://[${groups.join(":")}]/`).hostname.slice(1, -1);
};

const toAddress = (hex: string): string => {
  if (/^0+$/.test(hex)) return "*";
  if (V4_IN_V6.test(hex)) return toV4(hex.slice(-8));
  return hex.length === 8 ? toV4(hex) : toV6(hex);
};

/** Where a server listens, and where others do. */
export type Sockets = { readonly own: readonly Listening[]; readonly others: readonly Listening[] };

const keyOf = ({ address, port }: Listening): string => `${address} ${port}`;

/** The kernel's order is another one each time, and plans have to be the same. */
const distinct = (all: readonly Listening[]): readonly Listening[] =>
  [...new Map(all.map((one) => [keyOf(one), one])).values()].toSorted((one, other) =>
    keyOf(one) < keyOf(other) ? -1 : 1,
  );

/**
 * Reads what the probe says of sockets: under `socket` lines of the kernel's tables of those that wait for connections
 * (machine words in hexadecimal digits, least octet first), and under `own` the inodes of those of the server.
 */
export const parseSockets = (words: ReadonlyMap<string, readonly string[]>): Sockets => {
  const own = new Set(words.get("own"));
  const all = (words.get("socket") ?? []).map((line) => {
    const [local = "", , , , , , inode = ""] = line.trim().split(/\s+/);
    const [hex = "", port = ""] = local.split(":");
    return { inode, address: toAddress(hex), port: parseInt(port, HEX) };
  });
  const [ours, theirs] = [true, false].map((isOwn) =>
    distinct(all.filter(({ inode }) => own.has(inode) === isOwn).map(({ address, port }) => ({ address, port }))),
  );
  return { own: ours ?? [], others: theirs ?? [] };
};
