/** Where to log in to, as people write it: `[user@]host[:port]`, an IPv6 address in brackets when a port follows. */
export type SshAddress = { readonly address: string; readonly port?: number; readonly user?: string };

const WRITTEN =
  /^(?:(?<user>[^@\s]+)@)?(?:\[(?<bracketed>[^\]\s]+)\]|(?<plain>[^@:\s[\]]+)|(?<bare>[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*))(?::(?<port>\d{1,5}))?$/i;
const HIGHEST_PORT = 65_535;

/** Nothing when it is written in another way. */
export const parseSshAddress = (text: string): SshAddress | undefined => {
  const groups = WRITTEN.exec(text)?.groups;
  const address = groups?.["bracketed"] ?? groups?.["plain"] ?? groups?.["bare"];
  const { user, port } = groups ?? {};
  if (address === undefined || address.startsWith("-")) return undefined;
  if (port !== undefined && (Number(port) < 1 || Number(port) > HIGHEST_PORT)) return undefined;
  return { address, ...(user !== undefined && { user }), ...(port !== undefined && { port: Number(port) }) };
};
