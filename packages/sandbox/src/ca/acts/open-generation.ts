import type { MethodChoice, Product } from "@hostseal/core";
import type { CsrFacts } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import type { Desk } from "../desk.ts";
import type { Generation, NameCase, Token } from "../orders/order.ts";
import { makeToken } from "../proofs/make-token.ts";
import { toArtefact } from "../proofs/to-artefact.ts";
import { examineChoice, examineNames } from "./examine-names.ts";
import { examineCsr } from "./examine-csr.ts";
import type { CertificateRequest } from "./requests.ts";

/** A request whose every part was found in order. */
export type Examined = {
  readonly request: CertificateRequest;
  readonly csr: CsrFacts;
  readonly names: readonly DomainName[];
  readonly choices: ReadonlyMap<DomainName, MethodChoice>;
};

const DEFAULT_CHOICE: MethodChoice = { method: "dns-txt" };

/**
 * Checks what is asked for one certificate. `ref` is the order it belongs to, when there is one.
 * @throws Refusal that names the first thing wrong.
 */
export const examineRequest = (
  desk: Desk,
  request: CertificateRequest,
  { product, ref }: { readonly product: Product; readonly ref?: string },
): Examined => {
  const at = desk.clock.now();
  const names = examineNames(request.names, product);
  const csr = examineCsr(desk, { csr: request.csr, names, ...(ref !== undefined && { ref }) });
  const wished = new Map(request.choices.map(({ name, choice }) => [name.toLowerCase(), choice]));
  const choices = new Map(
    names.map((name) => [name, examineChoice({ name, choice: wished.get(name) ?? DEFAULT_CHOICE, product, at })]),
  );
  return { request, csr, names, choices };
};

/** A case in which nothing has been shown yet. */
export const openCase = (name: DomainName, choice: MethodChoice, token: Token): NameCase => ({
  name,
  choice,
  token,
  artefact: toArtefact(name, choice, token),
  verdict: { kind: "open" },
});

/** A generation with an open case for each name; they share one token, so names below one domain share its record. */
export const openGeneration = (desk: Desk, number: number, { request, csr, names, choices }: Examined): Generation => {
  const now = desk.clock.now();
  const token = makeToken(desk.random, now);
  return {
    number,
    reference: request.reference,
    csr,
    names,
    openedAt: now,
    agreedAt: request.agreedAt,
    cases: names.map((name) => openCase(name, choices.get(name) ?? DEFAULT_CHOICE, token)),
  };
};
