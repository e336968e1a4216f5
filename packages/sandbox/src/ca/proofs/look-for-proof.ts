import type {
  Artefact,
  DnsAnswer,
  DnsFailure,
  DnsType,
  HttpObservation,
  Probe,
  ValidationProblem,
} from "@hostseal/core";
import type { Sight } from "../orders/order.ts";

/** What one look from one place gave. */
export type Look =
  | { readonly kind: "found" }
  | { readonly kind: "missing"; readonly problem: ValidationProblem; readonly sight: Sight };

export type Eye = Pick<Probe, "dns" | "http">;

const FOUND: Look = { kind: "found" };
const NOTHING = "nothing";
/** Longer answers are cut: evidence is for reading. */
const LONGEST_EVIDENCE = 300;

const missing = (problem: ValidationProblem, expected: string, actual: string): Look => ({
  kind: "missing",
  problem,
  sight: { expected, actual: actual.slice(0, LONGEST_EVIDENCE) },
});

export const problemOfDns = (because: DnsFailure): ValidationProblem =>
  because === "bogus" ? "dnssec-bogus" : "dns-failure";

type Wanted = {
  readonly host: string;
  readonly type: DnsType;
  readonly value: string;
  readonly matches: (seen: string) => boolean;
};

const judgeRecords = ({ host, type, value, matches }: Wanted, answer: DnsAnswer): Look => {
  const expected = `${host} ${type} ${value}`;
  switch (answer.kind) {
    case "failed":
      return missing(problemOfDns(answer.because), expected, `${answer.because} from ${answer.server}`);
    case "no-records":
    case "no-such-name":
      return missing("not-found", expected, NOTHING);
    case "records": {
      const seen = answer.records.filter((record) => record.type === type).map((record) => record.value);
      if (seen.some(matches)) return FOUND;
      return missing(seen.length === 0 ? "not-found" : "wrong-value", expected, seen.join(" | ") || NOTHING);
    }
  }
};

/** Names are compared without regard to case and final dot. */
const sameHost = (left: string, right: string): boolean => plain(left) === plain(right);
const plain = (host: string): string => host.toLowerCase().replace(/\.$/, "");

const FETCH_PROBLEMS: Readonly<Record<Extract<HttpObservation, { kind: "failed" }>["because"], ValidationProblem>> = {
  "no-address": "dns-failure",
  refused: "unreachable",
  timeout: "unreachable",
  tls: "unreachable",
  reset: "unreachable",
  malformed: "unreachable",
  "redirect-status": "redirect-refused",
  "redirect-port": "redirect-refused",
  "redirect-scheme": "redirect-refused",
  "too-many-redirects": "redirect-refused",
};

const lines = (text: string): string =>
  text
    .trim()
    .split(/\s*\r?\n\s*/)
    .join("\n")
    .toLowerCase();

const judgeFetch = (url: string, body: string, seen: HttpObservation): Look => {
  const expected = `${url} with ${lines(body)}`;
  if (seen.kind === "failed") return missing(FETCH_PROBLEMS[seen.because], expected, `${seen.because}: ${seen.detail}`);
  if (seen.status < 200 || seen.status > 299) return missing("http-status", expected, `status ${seen.status}`);
  return lines(seen.body) === lines(body) ? FOUND : missing("wrong-value", expected, seen.body.trim() || NOTHING);
};

/** Looks for an artefact through one pair of eyes. A mail cannot be looked for: it is answered. */
export const lookForProof = async (eye: Eye, artefact: Artefact): Promise<Look> => {
  switch (artefact.kind) {
    case "dns-txt": {
      const { host, value } = artefact;
      const answer = await eye.dns({ name: host, type: "TXT" });
      return judgeRecords({ host, type: "TXT", value, matches: (seen) => seen === value }, answer);
    }
    case "dns-cname": {
      const { host, target } = artefact;
      const answer = await eye.dns({ name: host, type: "CNAME" });
      return judgeRecords({ host, type: "CNAME", value: target, matches: (seen) => sameHost(seen, target) }, answer);
    }
    case "file": {
      const url = `http://${artefact.name}${artefact.path}`;
      return judgeFetch(url, artefact.body, await eye.http({ url }));
    }
    case "email":
      return missing("not-found", `an answer to the mail to ${artefact.address}`, "no answer yet");
  }
};
