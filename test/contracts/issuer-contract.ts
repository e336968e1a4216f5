import type { IssuerManifest } from "@hostseal/core";
import { describe, it } from "vitest";
import type { IssuerCheck, IssuerSubject } from "./issuer-check.ts";
import { issuerChecks } from "./issuer-checks.ts";

const isAsked = ({ needs }: IssuerCheck, { capabilities }: IssuerManifest): boolean =>
  needs === undefined || capabilities[needs].can;

/**
 * The contract of every issuer driver. `manifest` decides what must work; that the rest is absent is a check of its own.
 * `open` gives a fresh vendor with a driver in front of it, and sees to its end.
 */
export const issuerContract = (manifest: IssuerManifest, open: () => Promise<IssuerSubject>): void => {
  describe(`the issuer ${manifest.id}`, () => {
    for (const { part, checks } of issuerChecks) {
      const asked = checks.filter((check) => isAsked(check, manifest));
      describe(part, () => it.each([...asked])("$name", async (check) => check.run(await open())));
    }
  });
};
