import { failure, type KeyCustody, type Random } from "@hostseal/core";
import { forgetKeyRequest, makeKeyRequest } from "../script/index.ts";
import { converse } from "./converse.ts";
import { nameOf } from "./plan-on.ts";
import type { FacetPorts } from "./webroot.ts";

const REFERENCE_BYTES = 8;
const NO_OPENSSL = "it has no openssl that could make the key; bring one along";
const UNMADE = "it could not make a key for these names; look whether its disk is full";
const REFERENCE = /^key-[0-9a-f]{16}$/;

/** A reference that may be part of a path. Failure: `host.refused` for one that was not given here. */
export const checkedReference = (host: string, reference: string): string => {
  if (REFERENCE.test(reference)) return reference;
  throw failure("host.refused", { host, because: "the reference of the key is not one of its own" });
};

export type CustodyPorts = FacetPorts & { readonly random: Random };

/** Private keys that the host makes with its own openssl and that never leave it. */
export const createKeyCustody = ({ host, reaching, read, random, state }: CustodyPorts): KeyCustody => ({
  make: async (site, keyType, names) => {
    const reference = `key-${Buffer.from(random.bytes(REFERENCE_BYTES)).toString("hex")}`;
    return reaching(async (reached) => {
      nameOf(host, await read(reached, site), site);
      const heard = await converse(reached, makeKeyRequest({ state, reference, keyType, names }));
      const request = heard.find((message) => message.kind === "block");
      if (request?.kind === "block") return { csr: request.bytes.toString("latin1"), reference };
      const isMissing = heard.some((message) => message.kind === "word" && message.word === "no-openssl");
      throw failure("host.refused", { host, because: isMissing ? NO_OPENSSL : UNMADE });
    });
  },
  forget: async (reference) => {
    if (!REFERENCE.test(reference)) return void (await reaching(read));
    await reaching(async (reached) => {
      const { server } = (await read(reached)).facts.server.commands;
      await converse(reached, forgetKeyRequest({ state, reference, server }));
    });
  },
});
