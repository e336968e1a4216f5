import type { Host, HostId, Issuer, IssuerId } from "@hostseal/core";
import type { HostConfig, IssuerConfig } from "./config-schema.ts";
import { readCredential } from "./read-credential.ts";
import type { Surroundings } from "./surroundings.ts";

/** Builds the driver that an entry under `issuers` names. Drivers are loaded only when they are configured. */
export const createIssuer = async (id: IssuerId, config: IssuerConfig, around: Surroundings): Promise<Issuer> => {
  const credential = await readCredential(config.credential, around);
  switch (config.driver) {
    case "sandbox": {
      const [{ createHttp }, { createSandboxIssuer }] = await Promise.all([
        import("@hostseal/http"),
        import("@hostseal/issuers"),
      ]);
      return createSandboxIssuer({ id, url: config.url, credential }, { ...around, http: createHttp() });
    }
  }
};

/** Builds the driver that an entry under `hosts` names. `roots` are those that the configuration trusts. */
export const createHost = async (
  id: HostId,
  config: HostConfig,
  around: Surroundings & { readonly roots: readonly string[] },
): Promise<Host> => {
  switch (config.driver) {
    case "demo": {
      const { createDemoHost } = await import("@hostseal/sandbox");
      const credential = await readCredential(config.credential, around);
      return createDemoHost({ id, url: config.url, account: config.account, credential });
    }
    case "ssh": {
      const [{ createSshHost }, { sshSettings }] = await Promise.all([
        import("@hostseal/installer"),
        import("./ssh/ssh-settings.ts"),
      ]);
      return createSshHost(await sshSettings(id, config, around));
    }
  }
};
