import type { Instant } from "./instant.ts";
import type { Method } from "./method.ts";
import { methodVerdict } from "./method-verdict.ts";
import { baseDomain } from "./names/base-domain.ts";
import type { DomainName } from "./names/domain-name.ts";
import { withoutWildcard } from "./names/domain-name.ts";
import { constantRow } from "./row-at.ts";
import { METHOD_RULES } from "./rows/methods.ts";

/**
 * The authorization domain names whose proof by this method would prove the name: the most specific first, down to the
 * base domain where the method may drop labels, the exact host alone where it may not. Empty when the method cannot prove
 * the name on that date.
 *
 * The step that follows CNAMEs is left out: it needs the network, and since 2026-11-15 it comes before labels are dropped.
 * Source: BR 3.2.2.4 as of ballot SC-101.
 */
export function authorizationDomains(question: {
  readonly name: DomainName;
  readonly method: Method;
  readonly at: Instant;
}): readonly DomainName[] {
  if (methodVerdict(question).kind === "refused") return [];
  const host = withoutWildcard(question.name);
  return constantRow(METHOD_RULES[question.method]).value.prune ? [...ancestors(host, baseDomain(host))] : [host];
}

function* ancestors(host: DomainName, base: DomainName): Generator<DomainName> {
  let current = host;
  while (current.length > base.length) {
    yield current;
    current = current.slice(current.indexOf(".") + 1) as DomainName;
  }
  yield base;
}
