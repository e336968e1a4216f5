import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { HostLiar } from "./host-liar.ts";
import { honestly } from "./host-liar.ts";

/** Liars about zones, document roots and keys. */
export const facetLiars: readonly HostLiar[] = [
  {
    title: "takes the zone above for the zone of the name",
    foundBy: "knows the zone of a name, and that it is elsewhere even when the zone above is here",
    spoil: ({ zone }) => ({
      zone: { ...honestly(zone), zoneFor: async (host) => host.split(".").slice(-2).join(".") },
    }),
  },
  {
    title: "puts quotes around every text",
    foundBy: "adds a record that DNS shows at once, and only once",
    spoil: ({ zone }) => ({
      zone: { ...honestly(zone), add: async (record) => honestly(zone).add({ ...record, value: `"${record.value}"` }) },
    }),
  },
  {
    title: "replaces the records of a name",
    foundBy: "leaves every other record alone, also those of the same name",
    spoil: ({ zone }, { controls }) => ({
      zone: {
        ...honestly(zone),
        add: async (record) => {
          for (const entry of controls.dns.zoneEntries(record.host)) {
            if (entry.host === record.host) controls.dns.remove(entry);
          }
          await honestly(zone).add(record);
        },
      },
    }),
  },
  {
    title: "removes every record of a name",
    foundBy: "finds nothing wrong in removing a record that is gone, and removes no other for it",
    spoil: ({ zone }, { controls }) => ({
      zone: {
        ...honestly(zone),
        remove: async ({ host }) => {
          for (const entry of controls.dns.zoneEntries(host)) {
            if (entry.host === host) controls.dns.remove(entry);
          }
        },
      },
    }),
  },
  {
    title: "says nothing when the zone is elsewhere",
    foundBy: "refuses a record for a zone that is elsewhere",
    spoil: ({ zone }) => ({
      zone: {
        ...honestly(zone),
        add: async (record) =>
          honestly(zone)
            .add(record)
            .catch(() => undefined),
      },
    }),
  },
  {
    title: "finds a site for every name",
    foundBy: "knows which site answers for a name",
    spoil: ({ webroot, ...honest }) => ({
      webroot: {
        ...honestly(webroot),
        siteFor: async (name) => (await honestly(webroot).siteFor(name)) ?? (await honest.sites())[0]?.id,
      },
    }),
  },
  {
    title: "adds a line end to files that have none",
    foundBy: "publishes a file that visitors get over HTTP, byte for byte",
    spoil: ({ webroot }) => ({
      webroot: {
        ...honestly(webroot),
        publish: async (site, path, body) => honestly(webroot).publish(site, path, `${body}\n`),
      },
    }),
  },
  {
    title: "empties a file instead of withdrawing it",
    foundBy: "withdraws the file, and nothing else, however often",
    spoil: ({ webroot }) => ({
      webroot: {
        ...honestly(webroot),
        withdraw: async (site, path) => honestly(webroot).publish(site, path, ""),
      },
    }),
  },
  {
    title: "writes wherever a path leads",
    foundBy: "writes and removes nothing outside /.well-known/",
    spoil: ({ webroot }, _world, folder) => ({
      webroot: {
        ...honestly(webroot),
        publish: async (site, path, body) => {
          const file = join(folder, "webspaces", site, path.replaceAll("\0", ""));
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, body);
        },
      },
    }),
  },
  {
    title: "requests a certificate for the first name only",
    foundBy: "makes a fresh key of the wanted kind, and a signed request for exactly the names",
    spoil: ({ keys }) => ({
      keys: {
        ...honestly(keys),
        make: async (site, keyType, names) => honestly(keys).make(site, keyType, names.slice(0, 1)),
      },
    }),
  },
  {
    title: "makes P-256 keys whatever is wanted",
    foundBy: "makes a fresh key of the wanted kind, and a signed request for exactly the names",
    spoil: ({ keys }) => ({
      keys: { ...honestly(keys), make: async (site, _keyType, names) => honestly(keys).make(site, "ec-p256", names) },
    }),
  },
  {
    title: "cannot find the key it made",
    foundBy: "installs a certificate for a key it kept",
    spoil: ({ keys }) => ({
      keys: {
        ...honestly(keys),
        make: async (...wish) => ({ ...(await honestly(keys).make(...wish)), reference: "another" }),
      },
    }),
  },
  {
    title: "hands the key out as its own reference",
    foundBy: "lets no private key out, in nothing it answers",
    spoil: (honest) => ({
      keys: {
        ...honestly(honest.keys),
        make: async (...wish) => {
          const { csr, reference } = await honestly(honest.keys).make(...wish);
          return { csr, reference: `${reference} -----BEGIN PRIVATE KEY-----` };
        },
      },
      apply: async (plan, key) =>
        honest.apply(plan, key.kind === "kept" ? { ...key, reference: key.reference.split(" ")[0] ?? "" } : key),
    }),
  },
  {
    title: "holds on to every key a certificate was ever made with",
    foundBy: "forgets a key whose certificate was replaced for good, and goes on serving the new one",
    spoil: (honest) => {
      const used = new Set<string>();
      return {
        apply: async (plan, key) => {
          if (key.kind === "kept") used.add(key.reference);
          await honest.apply(plan, key);
        },
        keys: {
          ...honestly(honest.keys),
          forget: async (reference) => {
            if (used.has(reference)) throw new TypeError("a certificate was made with this key");
            await honestly(honest.keys).forget(reference);
          },
        },
      };
    },
  },
  {
    title: "forgets no key",
    foundBy: "forgets a key, so that nothing can be installed with it, and forgets it again without harm",
    spoil: ({ keys }) => ({ keys: { ...honestly(keys), forget: async () => undefined } }),
  },
];
