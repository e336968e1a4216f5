import { failure, type KeyCustody } from "@hostseal/core";
import { decodeCsr } from "@hostseal/pki";
import type { Agent } from "./api/agent.ts";
import { runErrand } from "./api/extension.ts";
import { done, madeKey } from "./wire.ts";

/**
 * Keys that our extension makes and keeps, sealed in Plesk's own settings. The vendor's `certificate/generate` is not
 * used: it sends the key it has made over the wire, makes RSA only, and puts a single name into the request.
 */
export const createKeys = (agent: Agent, account: string): KeyCustody => ({
  make: async (site, keyType, names) => {
    const parameters = { account, site, type: keyType, names: names.join(",") };
    const { csr, reference } = await runErrand(agent, { errand: "make-key", site, parameters, schema: madeKey });
    const decoded = decodeCsr(csr);
    const isRight = decoded.kind !== "malformed" && decoded.csr.selfSigned && decoded.csr.names.join() === names.join();
    if (isRight) return { csr, reference };
    throw failure("host.malformed-answer", { host: agent.host, because: "the request is not for the wanted names" });
  },
  forget: async (reference) => {
    await runErrand(agent, { errand: "forget-key", site: reference, parameters: { account, reference }, schema: done });
  },
});
