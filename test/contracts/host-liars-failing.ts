import type { Failure, Host } from "@hostseal/core";
import { failure, isFailure } from "@hostseal/core";
import type { HostLiar } from "./host-liar.ts";

/** The host with one verb whose failures are told otherwise. */
const retold = (honest: Host, retell: (failed: Failure) => Error): Partial<Host> => ({
  installed: async (site) =>
    honest.installed(site).catch((thrown: unknown) => {
      throw isFailure(thrown) ? retell(thrown) : thrown;
    }),
  apply: async (plan, key) =>
    honest.apply(plan, key).catch((thrown: unknown) => {
      throw isFailure(thrown) ? retell(thrown) : thrown;
    }),
});

const host = "demo";

/** Liars about what went wrong. */
export const failingLiars: readonly HostLiar[] = [
  {
    title: "throws what its HTTP library throws",
    foundBy: "is unreachable when it is disturbed, silent or cut off, whatever it is asked",
    spoil: (honest) => retold(honest, ({ message }) => new Error(message)),
  },
  {
    title: "takes a silent panel for a refusal",
    foundBy: "is unreachable when it is disturbed, silent or cut off, whatever it is asked",
    spoil: (honest) => retold(honest, () => failure("host.refused", { host, because: "it did not work" })),
  },
  {
    title: "takes a web page for success",
    foundBy: "says so when the answer is not of its API",
    spoil: (honest) => ({
      commit: async (receipt) =>
        honest.commit(receipt).catch((thrown: unknown) => {
          if (!isFailure(thrown, "host.malformed-answer")) throw thrown;
        }),
    }),
  },
  {
    title: "takes a wrong credential for a panel that is down",
    foundBy: "says so when the credential is not known, whatever it is asked",
    spoil: (honest) =>
      retold(honest, (failed) =>
        failed.code === "host.unauthorised" ? failure("host.unreachable", { host, because: "status 401" }) : failed,
      ),
  },
  {
    title: "does not say which permission is missing",
    foundBy: "names the permission that is missing, and changes nothing",
    spoil: (honest) => retold(honest, () => failure("host.permission-missing", { host, permission: "something" })),
  },
  {
    title: "keeps the request, credential and all, as the cause of its failures",
    foundBy: "keeps its credential and every key out of what it fails with",
    spoil: (honest, { panel }) =>
      retold(honest, ({ code }) => {
        const cause = { request: { headers: { authorization: `Bearer ${panel.credentials.harbour.reveal()}` } } };
        return Object.assign(failure("host.unreachable", { host, because: code }), { cause });
      }),
  },
  {
    title: "lists all sites before it looks at one",
    foundBy: "takes no more calls than it says",
    spoil: (honest) => ({
      installed: async (site) => {
        await honest.sites();
        return honest.installed(site);
      },
    }),
  },
];
