import { Secret } from "@hostseal/pki";
import { refusal } from "./refusal.ts";
import type { ServerState } from "./server-state.ts";
import type { StoredCertificate, StoredKey } from "./stored-items.ts";

const placeOf = (webspace: string, number: number): string => `${webspace} ${number}`;

/** Goes back to what lay below, so that the ground looks as it did. */
const restore = ({ world }: ServerState, webspace: string): void => {
  const top = world.ground.shelf.active(webspace);
  if (top) world.ground.shelf.restore(webspace, top.certificate.sha256, top.replaced);
};

/** What lies below the present certificate, when that was put there through the panel. */
const below = (
  { world, replaced }: ServerState,
  webspace: string,
): { readonly sha256: string | undefined } | undefined => {
  const top = world.ground.shelf.active(webspace);
  const place = top && placeOf(webspace, top.number);
  return place !== undefined && replaced.has(place) ? { sha256: replaced.get(place) } : undefined;
};

/** Apache serves this from now on. */
export const putOn = (
  state: ServerState,
  webspace: string,
  { certificate, key }: { readonly certificate: StoredCertificate; readonly key: StoredKey },
): void => {
  const { shelf } = state.world.ground;
  const present = shelf.active(webspace);
  if (present?.certificate.sha256 === certificate.facts.sha256) return;
  if (below(state, webspace)?.sha256 === certificate.facts.sha256) return restore(state, webspace);
  const certificates = [certificate.facts.pem, ...(certificate.cab ? [certificate.cab] : [])];
  const version = shelf.install(webspace, {
    certificate: certificate.facts,
    material: { key: new Secret(key.pem.reveal()), certificates },
    ifVersion: present?.number ?? 0,
  });
  state.replaced.set(placeOf(webspace, version.number), present?.certificate.sha256);
};

/** Apache serves no certificate of its own for this site any more. */
export const takeOff = (state: ServerState, webspace: string): void => {
  const { shelf } = state.world.ground;
  while (shelf.active(webspace)) {
    const before = shelf.active(webspace)?.number;
    restore(state, webspace);
    if (shelf.active(webspace)?.number === before) throw refusal("The SSL host could not be removed.");
  }
};
