import type { CsrFacts, CsrFinding } from "@hostseal/pki";
import { decodeCsr, lintCsr } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import type { Desk } from "../desk.ts";
import { refuse } from "../refusal.ts";

export type CsrQuestion = {
  readonly csr: string;
  readonly names: readonly DomainName[];
  /** The order it belongs to, when there is one: a key may come again only there. */
  readonly ref?: string;
};

/** Names come from the order, so a request may hold fewer; one it holds beside them is a mistake. */
const TOLERATED: ReadonlySet<CsrFinding["code"]> = new Set(["names-missing", "names-absent"]);

const assertKeyIsFree = (desk: Desk, { publicKeySha256 }: CsrFacts, ref: string | undefined): void => {
  if (desk.compromisedKeys.has(publicKeySha256)) throw refuse("key-compromised", "this key is known as compromised");
  const earlier = desk.book.byKey(publicKeySha256);
  if (earlier && earlier.ref !== ref) throw refuse("key-reused", "this key was used in another order");
};

/** @throws Refusal that says what is wrong with the request or its key. */
export const examineCsr = (desk: Desk, { csr: text, names, ref }: CsrQuestion): CsrFacts => {
  const decoded = decodeCsr(text);
  if (decoded.kind === "malformed") throw refuse("csr-invalid", decoded.because);
  const findings = lintCsr(decoded.csr, { names, at: desk.clock.now(), brand: "sandbox" });
  const wrong = findings.find(({ severity, code }) => severity === "error" && !TOLERATED.has(code));
  if (wrong?.code === "names-extra") throw refuse("csr-names-differ", wrong.params.names.join(", "));
  if (wrong) throw refuse(wrong.code.startsWith("key-") ? "key-weak" : "csr-invalid", wrong.code);
  assertKeyIsFree(desk, decoded.csr, ref);
  return decoded.csr;
};
