import { failure } from "@hostseal/core";
import type { CpanelClient } from "../client.ts";
import { installedOn } from "./installed.ts";
import { isMarked } from "./key-marks.ts";
import type { Undo } from "./receipt.ts";
import { returnToAutossl } from "./truce.ts";
import { material, nothing, storedCertificates, storedKeys } from "../wire.ts";

const SECOND = 1_000;
const plain = (serial: string): string => serial.toLowerCase().replaceAll(":", "").replace(/^0+/, "");

/** The certificate before, with the key that the account's store or Apache's still has; the key is in memory only. */
const putBack = async (client: CpanelClient, { site, before }: Undo): Promise<void> => {
  if (!before) return void (await client.uapi("SSL::delete_ssl", nothing, { domain: site }));
  const call = "SSL::fetch_key_and_cabundle_for_certificate";
  const spoken = await client.ask(call, { certificate: before.certificate });
  const read = spoken.kind === "done" ? material.safeParse(spoken.data) : undefined;
  if (!read?.success) {
    const because = "the key of the certificate before is no longer kept on the server, so it cannot be put back";
    throw failure("host.refused", { host: client.host, because });
  }
  const { key, cab } = read.data;
  const fields = { domain: site, cert: before.certificate, key, ...(cab && { cabundle: cab }) };
  await client.uapi("SSL::install_ssl", nothing, fields);
};

/** Failure: `host.refused` when the panel says yes and something else is installed. */
const requireBefore = async (client: CpanelClient, { site, before }: Undo): Promise<void> => {
  const present = await installedOn(client, site);
  if (present?.sha256 === before?.sha256) return;
  throw failure("host.refused", { host: client.host, because: "it says yes, and the certificate before is not back" });
};

/** What the installation left in the account's store. */
const leftIn = async (client: CpanelClient, { ours, keyMarks, hadKey }: Undo) => {
  const [certificates, keys] = await Promise.all([
    client.uapi("SSL::list_certs", storedCertificates),
    client.uapi("SSL::list_keys", storedKeys),
  ]);
  return {
    certificates: certificates.filter(
      ({ serial, not_after: end }) => plain(serial) === plain(ours.serial) && end * SECOND === ours.notAfter,
    ),
    keys: hadKey ? [] : keys.filter((key) => isMarked(key, keyMarks)),
  };
};

/** Takes an installation back as far as it came; what somebody else installed since stays. */
export const undoPlan = async (client: CpanelClient, undo: Undo): Promise<void> => {
  const present = await installedOn(client, undo.site);
  if (undo.before?.sha256 === undo.ours.sha256) return;
  const left = await leftIn(client, undo);
  const isOurs = present?.sha256 === undo.ours.sha256;
  if (isOurs) await putBack(client, undo);
  if (isOurs) await requireBefore(client, undo);
  if (isOurs || left.certificates.length > 0) await returnToAutossl(client, undo.excluded);
  for (const { id } of left.certificates) await client.uapi("SSL::delete_cert", nothing, { id });
  for (const { id } of left.keys) await client.uapi("SSL::delete_key", nothing, { id });
};
