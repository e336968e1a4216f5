import { setTimeout as sleep } from "node:timers/promises";
import type { DomainName } from "@hostseal/rules";
import type { HostLiar } from "./host-liar.ts";

const shouted = (names: readonly DomainName[]): readonly DomainName[] =>
  names.map((name) => name.toUpperCase() as DomainName);

/** Liars about sites, plans and installing. */
export const installingLiars: readonly HostLiar[] = [
  {
    title: "lists names as somebody typed them",
    foundBy: "lists its sites, with names as a certificate carries them",
    spoil: (honest) => ({
      sites: async () => {
        const sites = await honest.sites();
        return sites.map(({ id, names }) => ({ id, names: shouted(names) }));
      },
    }),
  },
  {
    title: "does not say what it is",
    foundBy: "says which software it is in which version, and changes nothing by being asked",
    spoil: () => ({ examine: async () => ({ software: "a panel", findings: [] }) }),
  },
  {
    title: "tries its permissions out when it is examined",
    foundBy: "says which software it is in which version, and changes nothing by being asked",
    spoil: (honest) => ({
      examine: async () => {
        await honest.zone?.add({ type: "TXT", host: "_trial.example.com", value: "trial" });
        return honest.examine();
      },
    }),
  },
  {
    title: "keeps a missing permission to itself",
    foundBy: "names the permission that a credential lacks when it is examined",
    spoil: (honest) => ({ examine: async () => ({ ...(await honest.examine()), findings: [] }) }),
  },
  {
    title: "always claims that something is installed",
    foundBy: "tells what is installed on a site, and that nothing is",
    spoil: (honest) => ({
      installed: async (site) => (await honest.installed(site)) ?? { sha256: "00".repeat(32), notAfter: 0 },
    }),
  },
  {
    title: "mistakes seconds for milliseconds",
    foundBy: "tells until when an installed certificate is valid",
    spoil: (honest) => ({
      installed: async (site) => {
        const installed = await honest.installed(site);
        return installed && { ...installed, notAfter: installed.notAfter / 1_000 };
      },
    }),
  },
  {
    title: "says that nothing is installed on a site that does not exist",
    foundBy: "does not know a site that does not exist, or that belongs to somebody else",
    spoil: (honest) => ({ installed: async (site) => honest.installed(site).catch(() => undefined) }),
  },
  {
    title: "promises keys and makes none",
    foundBy: "has each facet whole, or not at all with a reason a customer understands",
    spoil: ({ manifest }) => ({
      manifest: { ...manifest, capabilities: { ...manifest.capabilities, keys: { can: false, because: "not here" } } },
    }),
  },
  {
    title: "puts a note on the site when it plans",
    foundBy: "changes nothing when it plans",
    spoil: (honest) => ({
      plan: async (request) => {
        await honest.webroot?.publish(request.site, "/.well-known/planned.txt", "soon");
        return honest.plan(request);
      },
    }),
  },
  {
    title: "plans without saying what it would do",
    foundBy: "plans in steps a person can read",
    spoil: (honest) => ({ plan: async (request) => ({ ...(await honest.plan(request)), steps: [] }) }),
  },
  {
    title: "writes a private key into the plan",
    foundBy: "makes plans and receipts that are plain JSON, without a secret",
    spoil: (honest) => ({
      plan: async (request) => {
        const detail = "-----BEGIN PRIVATE KEY-----";
        return { ...(await honest.plan(request)), steps: [{ kind: "write-file", summary: "Write the key", detail }] };
      },
    }),
  },
  {
    title: "needs the very plan it made",
    foundBy: "applies a plan that another instance made and that was stored in between",
    spoil: (honest) => {
      const made = new WeakSet<object>();
      return {
        plan: async (request) => {
          const plan = await honest.plan(request);
          made.add(plan);
          return plan;
        },
        apply: async (plan, key) => {
          if (!made.has(plan)) throw new TypeError("this plan is not mine");
          await honest.apply(plan, key);
        },
      };
    },
  },
  {
    title: "installs over what somebody else installed meanwhile",
    foundBy: "refuses a plan when the site changed since it was made, and leaves the change alone",
    spoil: (honest) => ({ apply: async (plan, key) => honest.apply(await honest.plan(plan), key) }),
  },
  {
    title: "says it has installed and goes on serving the old certificate",
    foundBy: "serves the new certificate once it is applied",
    spoil: (honest, { controls }) => ({
      apply: async (plan, key) => {
        controls.web.hold(plan.site, true);
        await honest.apply(plan, key);
      },
    }),
  },
  {
    title: "cleans up a neighbour's files on the way",
    foundBy: "changes nothing but the certificate of that site",
    spoil: (honest, { controls }) => ({
      apply: async (plan, key) => {
        await honest.apply(plan, key);
        controls.dns.add({ host: "museum.example.net", type: "TXT", value: "here was the installer" });
      },
    }),
  },
  {
    title: "commits only once",
    foundBy: "goes on serving the new certificate when it is committed, however often",
    spoil: (honest) => {
      const committed = new Set<string>();
      return {
        commit: async (receipt) => {
          if (committed.has(receipt.id)) throw new TypeError("already committed");
          committed.add(receipt.id);
          await honest.commit(receipt);
        },
      };
    },
  },
  {
    title: "restarts the web server instead of reloading it",
    foundBy: "answers visitors at every moment of an installation and of its undoing",
    spoil: (honest, { controls }) => ({
      apply: async (plan, key) => {
        controls.web.teach(plan.site, { isDown: true });
        await sleep(10);
        await honest.apply(plan, key);
        controls.web.teach(plan.site, {});
      },
    }),
  },
  {
    title: "takes any key for the right one",
    foundBy: "refuses a key that belongs to another certificate, and changes nothing",
    spoil: (honest) => ({ apply: async (plan, key) => honest.apply(plan, key).catch(() => undefined) }),
  },
  {
    title: "takes any text for a certificate",
    foundBy: "refuses a certificate that is none, and changes nothing",
    spoil: (honest) => ({
      plan: async (request) =>
        honest.plan(request).catch(() => ({
          ...request,
          steps: [],
          receipt: { id: "none", undo: {} },
          endpoints: [],
        })),
    }),
  },
];
