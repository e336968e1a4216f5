import { failure, type KeyCustody, type Random } from "@hostseal/core";
import type { WebServerConfig } from "../plan/index.ts";
import { forgetKeyScript, makeKeyScript } from "../script/index.ts";
import { converse } from "./converse.ts";
import { nameOf } from "./plan-on.ts";
import type { FacetPorts } from "./webroot.ts";

const REFERENCE_BYTES = 8;
const REFERENCE = /^key-[0-9a-f]{16}$/;
const OURS = /\/hostseal\/[^/]+\.key$/;

/** A reference that may be part of a path. Failure: `host.refused` for one that was not given here. */
export const checkedReference = (host: string, reference: string): string => {
  if (REFERENCE.test(reference)) return reference;
  throw failure("host.refused", { host, because: "the reference of the key is not one of its own" });
};

/** Installed keys that the configuration names no more. */
const unusedKeys = ({ facts, keysInUse }: WebServerConfig): readonly string[] =>
  [...facts.fileFacts.keys()].filter((path) => OURS.test(path) && !keysInUse.includes(path));

export type CustodyPorts = FacetPorts & { readonly random: Random; readonly state: string };

/** Private keys that the host makes with its own openssl and that never leave it. */
export const createKeyCustody = ({ host, reaching, read, random, state }: CustodyPorts): KeyCustody => ({
  make: async (site, keyType, names) => {
    const reference = `key-${Buffer.from(random.bytes(REFERENCE_BYTES)).toString("hex")}`;
    return reaching(async (reached) => {
      nameOf(host, await read(reached), site);
      const heard = await converse(reached, (marker) => makeKeyScript({ state, reference, keyType, names }, marker));
      const request = heard.find((message) => message.kind === "block");
      if (request?.kind === "block") return { csr: request.bytes.toString("latin1"), reference };
      throw failure("host.refused", { host, because: "it has no openssl that could make the key; bring one along" });
    });
  },
  forget: async (reference) => {
    if (!REFERENCE.test(reference)) return void (await reaching(read));
    await reaching(async (reached) => {
      const unused = unusedKeys(await read(reached));
      await converse(reached, (marker) => forgetKeyScript({ state, reference, unused }, marker));
    });
  },
});
