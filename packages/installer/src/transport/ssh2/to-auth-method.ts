import { failure } from "@hostseal/core";
import type { AnyAuthMethod } from "ssh2";
import type { SshTarget } from "../transport.ts";
import type { Keyring } from "./keyring.ts";

/** The one way to log in that ssh2 may try: never a list, which sshd punishes. */
export const toAuthMethod = async ({ host, user, login }: SshTarget, keyring: Keyring): Promise<AnyAuthMethod> => {
  switch (login.kind) {
    case "agent":
      return { type: "agent", username: user, agent: login.socket };
    case "password":
      return { type: "password", username: user, password: login.password.reveal() };
    case "key": {
      const opened = await keyring.open(login.path, login.passphrase);
      if (opened.kind === "key") return { type: "publickey", username: user, key: opened.key };
      throw failure("host.unauthorised", { host }, { evidence: `The key ${login.path} ${opened.because}.` });
    }
  }
};
