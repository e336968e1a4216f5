/**
 * Where the server read something: a file with a line, or for what a macro made, the macro's own words
 * (`macro 'x' (defined on line 1 of "f") used on line 9 of "g"`) with the line in its body.
 */
export type DumpPosition = { readonly path: string; readonly line: number };

/** One virtual host in the set of those that share an address and a port. `name` is the ServerName, or a guess at it. */
export type DumpedHost = {
  readonly at: DumpPosition;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly wildAliases: readonly string[];
};

/** `address` is an IP address or `*`; `port` is a number or `*`. The first host is the default. */
export type DumpedSet = { readonly address: string; readonly port: string; readonly hosts: readonly DumpedHost[] };

const HEAD = /^(\*|\[[^\]]+\]|[\d.]+):(\d+|\*)\s+(.+)$/;
const NAMED = /^(\S*) \((.+):(\d+)\)$/;
const HOST = /^\s+port \S+ namevhost (.+)$/;
const ALIAS = /^\s+(wild )?alias (.+)$/;

const toHost = (text: string): DumpedHost | undefined => {
  const [, name = "", path, line] = NAMED.exec(text.trim()) ?? [];
  return path === undefined ? undefined : { at: { path, line: Number(line) }, name, aliases: [], wildAliases: [] };
};

type Draft = { readonly address: string; readonly port: string; readonly hosts: DumpedHost[] };

const addHost = (draft: Draft | undefined, text: string): void => {
  const host = toHost(text);
  if (host) draft?.hosts.push(host);
};

const addAlias = (draft: Draft | undefined, alias: string, isWild: boolean): void => {
  const host = draft?.hosts.pop();
  if (!host) return;
  const { aliases, wildAliases } = host;
  draft?.hosts.push({
    ...host,
    aliases: isWild ? aliases : [...aliases, alias],
    wildAliases: isWild ? [...wildAliases, alias] : wildAliases,
  });
};

/** Reads what `-t -D DUMP_VHOSTS` (the same as `-S`) prints of virtual hosts; other lines are left out. */
export const parseVhostDump = (text: string): readonly DumpedSet[] => {
  const sets: Draft[] = [];
  for (const line of text.split("\n").map((one) => one.trimEnd())) {
    const [, address, port = "", rest = ""] = HEAD.exec(line) ?? [];
    if (address !== undefined) {
      sets.push({ address: address.replaceAll(/[[\]]/g, ""), port, hosts: [] });
      if (!rest.startsWith("is a NameVirtualHost")) addHost(sets.at(-1), rest);
      continue;
    }
    const [, host] = HOST.exec(line) ?? [];
    if (host !== undefined) addHost(sets.at(-1), host);
    const [, wild, alias] = ALIAS.exec(line) ?? [];
    if (alias !== undefined) addAlias(sets.at(-1), alias, wild !== undefined);
  }
  return sets;
};
