import type { Failure, Issuer } from "@hostseal/core";
import { failure, isFailure } from "@hostseal/core";
import type { IssuerLiar } from "./issuer-liar.ts";
import { aboutFailures } from "./issuer-liar.ts";

const UNREACHABLE = { issuer: "liar", because: "the connection failed" };

const retelling =
  (change: (failed: Failure, credential: string) => { readonly evidence?: string; readonly cause?: unknown }) =>
  (honest: Issuer, { credential }: { readonly credential: string }): Partial<Issuer> =>
    aboutFailures((failed) => Object.assign(failed, change(failed, credential)))(honest);

const triesTwice = (honest: Issuer): Partial<Issuer> => ({
  look: async (ref) => honest.look(ref).catch(async () => honest.look(ref)),
});

const onlyFor = (code: string, instead: () => Failure): ((honest: Issuer) => Partial<Issuer>) =>
  aboutFailures((failed) => (failed.code === code ? instead() : failed));

/** Liars about what went wrong. */
export const failingLiars: readonly IssuerLiar[] = [
  {
    title: "shows the credential in its evidence",
    foundBy: "answers a wrong credential with issuer.unauthorised, asking once",
    spoil: retelling((failed, credential) => ({ evidence: `${failed.evidence} Bearer ${credential}` })),
  },
  {
    title: "shows the credential encoded, deep in the causes of a failure",
    foundBy: "answers a web page with issuer.malformed-answer, asking once",
    spoil: retelling((_failed, credential) => ({
      cause: { config: { headers: { Authorization: Buffer.from(credential).toString("base64") } } },
    })),
  },
  {
    title: "asks a second time before it gives up",
    foundBy: "answers a closed service with issuer.unreachable, asking once",
    spoil: triesTwice,
  },
  {
    title: "throws what it gets from below",
    foundBy: "answers silence with issuer.unreachable, or issuer.answer-lost where money is spent, asking once",
    spoil: aboutFailures(() => new Error("timeout")),
  },
  {
    title: "takes a server error for a closed door where money is spent",
    foundBy: "answers a server error with issuer.unreachable, or issuer.answer-lost where money is spent, asking once",
    spoil: onlyFor("issuer.answer-lost", () => failure("issuer.unreachable", UNREACHABLE)),
  },
  {
    title: "takes half an answer for a refusal",
    foundBy: "answers half a JSON with issuer.malformed-answer, asking once",
    spoil: onlyFor("issuer.malformed-answer", () => failure("issuer.rejected", UNREACHABLE)),
  },
  {
    title: "takes a closed door for a lost answer",
    foundBy: "knows that nothing was sent where nobody listens, also where money is spent",
    spoil: (honest) => ({
      place: async (request) =>
        honest.place(request).catch(() => {
          throw failure("issuer.answer-lost", { issuer: "liar" });
        }),
    }),
  },
  {
    title: "does not listen how long to wait",
    foundBy: "waits as long as it is told to, in seconds or until a date, and a minute when it is not told",
    spoil: aboutFailures((failed) =>
      isFailure(failed, "issuer.rate-limited")
        ? failure("issuer.rate-limited", { issuer: "liar", until: "later" }, { retryAt: 1 })
        : failed,
    ),
  },
];
