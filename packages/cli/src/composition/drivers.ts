import type { Host, HostId, Issuer, IssuerId } from "@hostseal/core";
import type { HostConfig, IssuerConfig } from "./config-schema.ts";
import { readCredential } from "./read-credential.ts";
import type { Surroundings } from "./surroundings.ts";

/** Builds the driver that an entry under `issuers` names. Drivers are loaded only when they are configured. */
export const createIssuer = async (id: IssuerId, config: IssuerConfig, around: Surroundings): Promise<Issuer> => {
  const credential = await readCredential(config.credential, around);
  switch (config.driver) {
    case "sandbox": {
      const { createHttp, createSandboxIssuer } = await import("@hostseal/issuers");
      return createSandboxIssuer({ id, url: config.url, credential }, { ...around, http: createHttp() });
    }
  }
};

/** Builds the driver that an entry under `hosts` names. */
export const createHost = async (id: HostId, config: HostConfig, around: Surroundings): Promise<Host> => {
  const credential = await readCredential(config.credential, around);
  switch (config.driver) {
    case "demo": {
      const { createDemoHost } = await import("@hostseal/sandbox");
      return createDemoHost({ id, url: config.url, account: config.account, credential });
    }
  }
};
