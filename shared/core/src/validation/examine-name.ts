import { baseDomain, caaIssuerNames, caaVerdict, methodVerdict, toIso, withoutWildcard } from "@hostseal/rules";
import type { Brand, DomainName, Instant, Level, Method } from "@hostseal/rules";
import type { Probe } from "../ports/probe.ts";
import { methodRefusals } from "../sentences/method-refusals.ts";
import type { MethodChoice } from "./artefact.ts";
import type { PreflightCheck, PreflightFinding, PreflightProblem } from "./preflight.ts";

type Question = {
  readonly name: DomainName;
  readonly choice: MethodChoice;
  readonly brand: Brand;
  readonly level: Level;
  readonly now: Instant;
};

type Look = (question: Question, probe: Probe) => Promise<PreflightFinding>;

const finding =
  (weight: PreflightFinding["weight"], check: PreflightCheck) =>
  (name: DomainName, problem: PreflightProblem, parameters: PreflightFinding["parameters"] = {}): PreflightFinding => ({
    name,
    weight,
    check,
    problem,
    parameters: { name, ...parameters },
  });

const METHODS_ON_OFFER: readonly Method[] = ["dns-txt", "dns-cname", "file", "email"];

/** Make sure that the rules allow this method for this name today. */
const methodIsAllowed: Look = async ({ name, choice, level, now }) => {
  const { method } = choice;
  const verdict = methodVerdict({ method, name, at: now, level });
  if (verdict.kind === "allowed") {
    if (verdict.caution === undefined)
      return finding("passes", "method")(name, "fine", { evidence: `${method} is allowed` });
    const endsAt = toIso(verdict.caution.endsAt).slice(0, 10);
    return finding("warns", "method")(name, "method-ends", { method, endsAt });
  }
  const possible = METHODS_ON_OFFER.filter(
    (other) => methodVerdict({ method: other, name, at: now, level }).kind === "allowed",
  );
  return finding("blocks", "method")(name, "method-refused", {
    method,
    because: methodRefusals[verdict.because],
    alternatives: possible.join(" or "),
  });
};

/** Make sure that CAA lets this issuer issue (RFC 8659, BR §4.2.2.1). */
const caaPermits: Look = async ({ name, brand, now, choice }, probe) => {
  const lookup = await probe.caa(name);
  if (lookup.kind === "failed") {
    const { at, because, server } = lookup;
    if (because === "bogus") return finding("blocks", "caa")(name, "dnssec-bogus", { at });
    return finding("blocks", "caa")(name, "caa-unanswered", { at, because, server });
  }
  if (lookup.kind === "none")
    return finding("passes", "caa")(name, "fine", { evidence: "no CAA record limits the issuer" });
  const { at, records } = lookup;
  const verdict = caaVerdict({ name, records, brand, at: now, method: choice.method });
  if (verdict.kind === "permitted")
    return finding("passes", "caa")(name, "fine", {
      evidence: `CAA at ${at} permits ${caaIssuerNames(brand).preferred}`,
    });
  const record = `${verdict.record.flags} ${verdict.record.tag} "${verdict.record.value}"`;
  const problems = {
    "other-issuer": "caa-other-issuer",
    nobody: "caa-nobody",
    "unknown-critical": "caa-critical",
    "account-mismatch": "caa-parameters",
    "method-mismatch": "caa-parameters",
  } as const;
  return finding("blocks", "caa")(name, problems[verdict.because], { at, record, add: verdict.add });
};

/** Make sure that the name's zone answers, with signatures that verify if there are any. */
const zoneAnswers: Look = async ({ name }, probe) => {
  const at = baseDomain(name);
  const answer = await probe.dns({ name: at, type: "SOA" });
  if (answer.kind === "records") return finding("passes", "dns")(name, "fine", { evidence: `the zone ${at} answers` });
  if (answer.kind === "failed" && answer.because === "bogus")
    return finding("blocks", "dns")(name, "dnssec-bogus", { at });
  if (answer.kind === "no-such-name") return finding("blocks", "dns")(name, "no-such-name");
  const because = answer.kind === "failed" ? answer.because : "no SOA record";
  return finding("warns", "dns")(name, "dns-unanswered", { type: "SOA", at, because });
};

const PROBE_PATH = "/.well-known/pki-validation/hostseal-preflight.txt";

/** Make sure that a file could be fetched as a CA fetches it; that nothing is there yet is no fault. */
const fileCanBeFetched: Look = async ({ name }, probe) => {
  const seen = await probe.http({ url: `http://${name}${PROBE_PATH}` });
  if (seen.kind === "answered")
    return finding("passes", "file")(name, "fine", { evidence: `${seen.address} answers with ${seen.status}` });
  if (seen.because === "no-address") return finding("blocks", "address")(name, "no-address");
  const isRedirect = seen.because.startsWith("redirect") || seen.because === "too-many-redirects";
  return finding("blocks", "file")(name, isRedirect ? "http-redirect" : "http-unreachable", { because: seen.detail });
};

/** Make sure that an approval message has somewhere to go. */
const mailCanArrive: Look = async ({ name, choice }, probe) => {
  const domain = choice.method === "email" ? (choice.address.split("@")[1] ?? name) : withoutWildcard(name);
  const answer = await probe.dns({ name: domain, type: "MX" });
  if (answer.kind === "failed")
    return finding("warns", "mail")(name, "dns-unanswered", { type: "MX", at: domain, because: answer.because });
  return answer.kind === "records"
    ? finding("passes", "mail")(name, "fine", { evidence: `${domain} has a mail server` })
    : finding("warns", "mail")(name, "no-mail-server");
};

const looksFor = (method: Method): readonly Look[] => {
  if (method === "file") return [methodIsAllowed, caaPermits, fileCanBeFetched];
  if (method === "email") return [methodIsAllowed, caaPermits, mailCanArrive];
  return [methodIsAllowed, caaPermits, zoneAnswers];
};

/** Everything that can be known before money is spent about whether one name will be validated and issued. */
export const examineName = (question: Question, probe: Probe): Promise<readonly PreflightFinding[]> =>
  Promise.all(looksFor(question.choice.method).map((look) => look(question, probe)));
