import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Random } from "@hostseal/core";
import { decodeCsr, makeKey, signCertificate } from "@hostseal/pki";
import { DAY, fromIso, type Instant } from "@hostseal/rules";
import { createVirtualClock, type VirtualClock } from "../clock/virtual-clock.ts";
import { createFormerAuthority, type FormerAuthority } from "./populate/former-authority.ts";
import { startWorld } from "./start-world.ts";
import type { World } from "./world.ts";

export const START = fromIso("2026-11-21");
export const random: Random = { bytes: (count) => randomBytes(count) };

/** A certificate for a request, from an authority made for it. */
export const certify = async (csr: string, names: readonly string[]): Promise<string> => {
  const decoded = decodeCsr(csr);
  if (decoded.kind === "malformed") throw new TypeError(`no request: ${decoded.because}`);
  const name = { commonName: "Test Authority" };
  return signCertificate({
    subject: {},
    issuer: { name, privateKey: await makeKey("ec-p256") },
    publicKey: decoded.csr.publicKeyPem,
    serial: "01",
    notBefore: START,
    notAfter: START + DAY,
    names,
  });
};

export type OpenedWorld = {
  readonly world: World;
  readonly clock: VirtualClock;
  /** Issues what a test wants to install. */
  readonly authority: FormerAuthority;
  readonly folder: string;
  close(): Promise<void>;
};

/** A world of its own for one test. */
export const openWorld = async (start: Instant = START): Promise<OpenedWorld> => {
  const folder = await mkdtemp(join(tmpdir(), "hostseal-world-"));
  const clock = createVirtualClock({ start });
  const world = await startWorld({ clock, random, folder });
  return {
    world,
    clock,
    authority: await createFormerAuthority(clock, random),
    folder,
    close: async () => {
      await world.close();
      await rm(folder, { recursive: true });
    },
  };
};
