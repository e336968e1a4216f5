/** The capability that a program asks of an owner, as `modify-limits` calls it; installing asks for `ssl`. */
const CAPABILITIES: Readonly<Record<string, string>> = {
  "modify-dns": "records",
  "get-dns": "records",
  "enable-feature": "domain",
};

/** What root runs to give a capability to an owner. */
export const grantCommand = (account: string, capability: string): string =>
  `virtualmin modify-limits --user ${account} --can-edit ${capability}`;

const inWords = (account: string, capability: string): string =>
  `can-edit ${capability} (${grantCommand(account, capability)})`;

/** What an account lacks that may not run a program. */
export const permissionFor = (account: string, program: string): string =>
  inWords(account, CAPABILITIES[program] ?? "ssl");

/** What an account lacks whose calls are turned away unread; a program that is not there looks the same to an owner. */
export const remoteApiFor = (account: string, program: string): string => {
  if (program === "install-service-cert") return "the login of a master administrator";
  const capability = inWords(account, "remote_api");
  return program.startsWith("hostseal-") ? `${capability}, or the Hostseal module on the server,` : capability;
};
