import type { Program } from "../program.ts";
import { DOMAIN_SERVICES } from "../programs/install-service-cert.ts";
import { sha256Of } from "../server-room.ts";
import { printed, readCall } from "./reading.ts";

export const look: Program = {
  needs: "ssl",
  run: (run) => {
    const { place } = readCall(run, {});
    const present = run.room.present(place);
    const certificates = present?.certificates ?? [];
    return printed({
      names: place.hostNames,
      tls_feature: "ssl",
      tls: run.room.isServed(place),
      shared_with: null,
      shared_by: [],
      certificate: certificates[0] ?? null,
      sha256: present ? sha256Of(present) : null,
      chain: certificates.length > 1,
      renewal: place.renews,
      services: { possible: run.login.role === "master" ? DOMAIN_SERVICES : [], used: place.services },
      kept: place.kept ? { sha256: place.kept.sha256, replaced: place.kept.replaced } : null,
    });
  },
};
