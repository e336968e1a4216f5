import { addressSets, type AddressSet } from "../match/address-set.ts";
import { whichVirtualHost } from "../match/which-virtual-host.ts";
import type { ApacheSource } from "../tree/config-source.ts";
import { walkConfig } from "../tree/walk-config.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import { virtualHosts } from "../vhosts/virtual-hosts.ts";
import { type CertificateWish, portsOf } from "./certificate-wish.ts";
import { coversHost } from "./covers-host.ts";
import type { FileChange } from "./tree-edit.ts";

const changedSource = (source: ApacheSource, changes: readonly FileChange[]): ApacheSource => {
  const after = new Map(changes.map((change) => [change.path, change.after]));
  const files = [...source.files].map(([path, bytes]): [string, Buffer] => [
    path,
    after.get(source.links.get(path) ?? path) ?? bytes,
  ]);
  return { ...source, files: new Map(files) };
};

const tlsText = ({ tls }: VirtualHost): string =>
  JSON.stringify([
    tls.engine,
    tls.pairs.map(({ certificate, key }) => [certificate.value, key?.value]),
    tls.chain?.value,
  ]);

const identityText = ({ addresses, serverName, aliases, documentRoot }: VirtualHost): string =>
  JSON.stringify([addresses, serverName, aliases, documentRoot]);

/** What was planned: which hosts shall serve the certificate, and how the files will be. */
export type Intention = { readonly targets: readonly VirtualHost[]; readonly changes: readonly FileChange[] };

const hostText = (host: VirtualHost): string => `${host.at.path} ${identityText(host)}`;

/** Hosts keep their order, so each old one is found again by going through both. */
const neighbourTrouble = (
  wish: CertificateWish,
  targets: readonly VirtualHost[],
  hosts: readonly VirtualHost[],
): string | undefined => {
  let next = 0;
  for (const old of wish.reading.view.hosts) {
    const at = `the virtual host at ${old.at.path}:${old.at.line}`;
    const index = hosts.findIndex((one, place) => place >= next && hostText(one) === hostText(old));
    const young = hosts[index];
    if (!young) return `${at} would be another`;
    next = index + 1;
    const mayChange = targets.includes(old) || coversHost(wish.names, old);
    if (!mayChange && tlsText(young) !== tlsText(old)) return `${at} would serve another certificate`;
  }
  return undefined;
};

/** Of several certificates of one kind the server takes the last. */
const isInForce = ({ tls }: VirtualHost, wish: CertificateWish): boolean => {
  const index = tls.pairs.findLastIndex(
    ({ certificate, key }) => certificate.value === wish.certificatePath && key?.value === wish.keyPath,
  );
  if (index === -1) return false;
  const later = tls.pairs.slice(index + 1);
  return later.every(({ certificate }) => {
    const family = wish.keyFamilies?.get(certificate.value);
    return family !== undefined && family !== wish.keyFamily;
  });
};

const answerTrouble = (wish: CertificateWish, sets: readonly AddressSet[]): string | undefined => {
  const { https } = portsOf(wish);
  for (const address of wish.addresses) {
    const served = whichVirtualHost(sets, { address, port: https, name: wish.name });
    if (served.kind !== "served" || served.host.tls.engine !== "on" || !isInForce(served.host, wish))
      return `${wish.name} would not be served the new certificate on ${address}`;
    const before = whichVirtualHost(wish.reading.sets, { address, port: https, name: undefined });
    const after = whichVirtualHost(sets, { address, port: https, name: undefined });
    if (before.kind === "served" && after.kind === "served" && identityText(before.host) !== identityText(after.host))
      return `the default of ${address}:${https} would be another`;
  }
  return undefined;
};

/** Reads the planned configuration as the server would; what is wrong with it, or nothing. */
export const sideEffect = (wish: CertificateWish, { targets, changes }: Intention): string | undefined => {
  const walked = walkConfig(changedSource(wish.reading.source, changes));
  if (walked.kind === "unfollowed") return walked.problem.sentence;
  const { hosts } = virtualHosts(walked);
  return neighbourTrouble(wish, targets, hosts) ?? answerTrouble(wish, addressSets(hosts));
};
