import { decodeCsr, lintCsr } from "@hostseal/pki";
import type { CsrFacts } from "@hostseal/pki";
import type { DomainName, Instant, Level } from "@hostseal/rules";
import { failure } from "../errors/failure.ts";
import { csrFindingInWords, csrFlaws } from "../sentences/csr-flaws.ts";

export type CsrWanted = { readonly names: readonly DomainName[]; readonly level: Level; readonly at: Instant };

/**
 * A customer's own CSR, read and examined: key, signature and names. Fails with `input.csr` and the first thing that a
 * certificate authority would refuse.
 */
export const examineCsr = (text: string, { names, level, at }: CsrWanted): CsrFacts => {
  const decoded = decodeCsr(text);
  if (decoded.kind === "malformed") throw failure("input.csr", { because: csrFlaws[decoded.because] });
  const error = lintCsr(decoded.csr, { names, level, at }).find(({ severity }) => severity === "error");
  if (error !== undefined) throw failure("input.csr", { because: csrFindingInWords(error) });
  return decoded.csr;
};
