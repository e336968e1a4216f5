import { deepEqual, equal } from "node:assert/strict";
import { asId } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import type { HostCheck } from "./host-check.ts";
import { facet, isRefused, succeeds } from "./host-check.ts";

const FOLDER = "/.well-known/pki-validation";
const PATH = `${FOLDER}/proof.txt`;

/** Paths that lead out of `/.well-known/`, or were never in it. */
const OUTSIDE = [
  "/index.html",
  "/proof.txt",
  "/.well-known",
  "/.well-known/",
  ".well-known/proof.txt",
  "/.well-known/../proof.txt",
  "/.well-known/../../proof.txt",
  "/.well-known/a/../../../proof.txt",
  "/.well-known/%2e%2e/proof.txt",
  "/.well-known/..\\..\\proof.txt",
  "/.well-known//etc/proof.txt",
  "/.well-known/proof.txt\0.html",
  "//.well-known/proof.txt",
  "/.well-known-not/proof.txt",
];

/** Files of validations, below `/.well-known/` and nowhere else. */
export const hostWebroot: readonly HostCheck[] = [
  {
    name: "knows which site answers for a name",
    needs: "webroot",
    run: async ({ host, secured, bare, foreignName }) => {
      const webroot = facet(host, "webroot");
      for (const { site, name } of [secured, bare]) equal(await webroot.siteFor(name), site);
      equal(await webroot.siteFor(asId<DomainName>(`nobody.${foreignName}`)), undefined);
    },
  },
  {
    name: "publishes a file that visitors get over HTTP, byte for byte",
    needs: "webroot",
    run: async ({ host, bare, behind }) => {
      const webroot = facet(host, "webroot");
      const body = "token\nca.example\n\nünïcode ✓";
      for (let time = 0; time < 2; time += 1) await succeeds(webroot.publish(bare.site, PATH, body));
      deepEqual(await behind.fetch(bare.name, PATH), { status: 200, body });
      await webroot.publish(bare.site, PATH, "another");
      deepEqual(await behind.fetch(bare.name, PATH), { status: 200, body: "another" });
    },
  },
  {
    name: "withdraws the file, and nothing else, however often",
    needs: "webroot",
    run: async ({ host, bare, behind }) => {
      const webroot = facet(host, "webroot");
      await webroot.publish(bare.site, `${FOLDER}/kept.txt`, "kept");
      await webroot.publish(bare.site, PATH, "token");
      for (let time = 0; time < 2; time += 1) await succeeds(webroot.withdraw(bare.site, PATH));
      equal((await behind.fetch(bare.name, PATH)).status, 404);
      deepEqual(await behind.fetch(bare.name, `${FOLDER}/kept.txt`), { status: 200, body: "kept" });
    },
  },
  {
    name: "writes and removes nothing outside /.well-known/",
    needs: "webroot",
    run: async ({ host, bare, behind }) => {
      const webroot = facet(host, "webroot");
      const before = await behind.snapshot();
      for (const path of OUTSIDE) {
        await isRefused(webroot.publish(bare.site, path, "out"));
        await isRefused(webroot.withdraw(bare.site, path));
      }
      deepEqual(await behind.snapshot(), before);
    },
  },
];
