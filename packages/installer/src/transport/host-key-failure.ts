import type { Failure } from "@hostseal/core";
import { failure } from "@hostseal/core";
import type { HostKeyVerdict } from "../host-keys/index.ts";

/** Why a server is not talked to. `host` as people call it. */
export const toHostKeyFailure = (host: string, verdict: Exclude<HostKeyVerdict, { kind: "known" }>): Failure => {
  switch (verdict.kind) {
    case "unknown":
      return failure("ssh.host-key-unknown", { host, fingerprint: verdict.seen });
    case "changed":
      return failure("ssh.host-key-changed", { host, seen: verdict.seen, known: verdict.known.join(" or ") });
    case "revoked":
      return failure("ssh.host-key-changed", {
        host,
        seen: verdict.seen,
        known: "a key that is not marked as revoked",
      });
  }
};
