import type { HttpHop, HttpObservation } from "@hostseal/core";
import type { HttpFailure } from "./exchange-http.ts";
import { fetchHop, type HopAnswer, type Reach } from "./fetch-hop.ts";
import { judgeHops, type Refused } from "./redirect-policy.ts";

type Response = Exclude<HopAnswer, HttpFailure>;

const toHop = (url: URL, { status, location }: Response): HttpHop => ({
  url: url.href,
  status,
  ...(location !== undefined && { location }),
});

const toFailed = ({ because, detail }: HttpFailure | Refused, hops: readonly HttpHop[]): HttpObservation => ({
  kind: "failed",
  because,
  detail,
  hops,
});

const whenAborted = (signal: AbortSignal, timeout: number): Promise<HttpFailure> =>
  new Promise((resolve) => {
    const late = (): void => resolve({ kind: "failed", because: "timeout", detail: `no answer within ${timeout} ms` });
    if (signal.aborted) late();
    else signal.addEventListener("abort", late, { once: true });
  });

/**
 * GET of a URL that `judgeUrl` lets pass, the way a CA does it for file and http-01 validations (BR §3.2.2.4.18 and .19):
 * redirects by the policy, IPv6 before IPv4, one deadline over everything. `hops` are all responses, the last included.
 */
export const fetchLikeACa = async (start: URL, reach: Reach): Promise<HttpObservation> => {
  const signal = AbortSignal.timeout(reach.timeouts.fetch);
  const late = whenAborted(signal, reach.timeouts.fetch);
  const hops: HttpHop[] = [];
  for (let url = start; ;) {
    const answer = await Promise.race([fetchHop(url, reach, signal), late]);
    if (answer.kind === "failed") return toFailed(answer, hops);
    hops.push(toHop(url, answer));
    const verdict = judgeHops(hops);
    if (verdict.kind === "refused") return toFailed(verdict, hops);
    if (verdict.kind === "final") {
      const { status, body, address } = answer;
      return { kind: "answered", status, body, hops, address };
    }
    url = verdict.url;
  }
};
