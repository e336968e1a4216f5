import { AssertionError } from "node:assert";
import { inspect } from "node:util";
import type { Issuer } from "@hostseal/core";
import { isFailure } from "@hostseal/core";
import { describe, expect, it } from "vitest";
import type { IssuerCheck, IssuerSubject } from "./issuer-check.ts";
import { issuerChecks } from "./issuer-checks.ts";
import { issuerLiars } from "./issuer-liars.ts";
import type { IssuerLiar } from "./issuer-liar.ts";
import { openSandboxSubject } from "./issuer-sandbox-subject.ts";

const checks: readonly IssuerCheck[] = issuerChecks.flatMap((part) => part.checks);

const checkNamed = (wanted: string): IssuerCheck => {
  const check = checks.find(({ name }) => name === wanted);
  if (!check) throw new Error(`there is no check "${wanted}"`);
  return check;
};

const lyingSubject = async ({ spoil }: IssuerLiar): Promise<IssuerSubject> => {
  const honest = await openSandboxSubject();
  const lying = (issuer: Issuer): Issuer => Object.assign({ ...issuer }, spoil(issuer, honest));
  return { ...honest, issuer: lying(honest.issuer), issuerAt: (...where) => lying(honest.issuerAt(...where)) };
};

describe("the issuer contract", () => {
  it.each(issuerLiars)("finds out an issuer that $title", async (liar) => {
    const subject = await lyingSubject(liar);
    const thrown: unknown = await checkNamed(liar.foundBy)
      .run(subject)
      .catch((error: unknown) => error);
    expect(thrown instanceof AssertionError || isFailure(thrown), `it was told ${inspect(thrown)}`).toBe(true);
  });

  it("has a liar against every check, some faults of the same kind apart", () => {
    const found = new Set(issuerLiars.map(({ foundBy }) => foundBy));
    const unproven = checks.map(({ name }) => name).filter((name) => !found.has(name));
    expect(unproven.filter((name) => !name.startsWith("answers "))).toEqual([]);
  });
});
