import { deepEqual, equal } from "node:assert/strict";
import type { ZoneRecord } from "@hostseal/core";
import type { HostCheck } from "./host-check.ts";
import { facet, isRefused, succeeds } from "./host-check.ts";

const text = (host: string, value: string): ZoneRecord => ({ type: "TXT", host, value });

/** DNS records of validations, and no others. */
export const hostZone: readonly HostCheck[] = [
  {
    name: "knows the zone of a name, and that it is elsewhere even when the zone above is here",
    needs: "zone",
    run: async ({ host, hostedName, foreignName }) => {
      const zone = await facet(host, "zone").zoneFor(`_proof.${hostedName}`);
      equal(`.${hostedName}`.endsWith(`.${zone}`), true);
      equal(await facet(host, "zone").zoneFor(`_proof.${foreignName}`), undefined);
      equal(await facet(host, "zone").zoneFor("example.invalid"), undefined);
    },
  },
  {
    name: "adds a record that DNS shows at once, and only once",
    needs: "zone",
    run: async ({ host, hostedName, behind }) => {
      const zone = facet(host, "zone");
      const record = text(`_proof.${hostedName}`, 'token with "quotes", and more');
      for (let time = 0; time < 2; time += 1) await succeeds(zone.add(record));
      deepEqual(await behind.records(record.host, "TXT"), [record.value]);
      const alias: ZoneRecord = { type: "CNAME", host: `_alias.${hostedName}`, value: "proof.ca.example" };
      for (let time = 0; time < 2; time += 1) await succeeds(zone.add(alias));
      deepEqual(await behind.records(alias.host, "CNAME"), [alias.value]);
    },
  },
  {
    name: "leaves every other record alone, also those of the same name",
    needs: "zone",
    run: async ({ host, hostedName, behind }) => {
      const zone = facet(host, "zone");
      const [first, second] = [text(`_proof.${hostedName}`, "first"), text(`_proof.${hostedName}`, "second")];
      const before = await behind.snapshot();
      await zone.add(first);
      const between = await behind.snapshot();
      await zone.add(second);
      deepEqual(new Set(await behind.records(first.host, "TXT")), new Set(["first", "second"]));
      await zone.remove(second);
      deepEqual(await behind.snapshot(), between);
      await zone.remove(first);
      deepEqual(await behind.snapshot(), before);
    },
  },
  {
    name: "finds nothing wrong in removing a record that is gone, and removes no other for it",
    needs: "zone",
    run: async ({ host, hostedName, behind }) => {
      const zone = facet(host, "zone");
      const kept = text(`_proof.${hostedName}`, "kept");
      await zone.add(kept);
      const before = await behind.snapshot();
      await succeeds(zone.remove(text(kept.host, "never there")));
      await succeeds(zone.remove({ type: "CNAME", host: kept.host, value: "kept.example" }));
      deepEqual(await behind.snapshot(), before);
    },
  },
  {
    name: "refuses a record for a zone that is elsewhere",
    needs: "zone",
    run: async ({ host, foreignName, behind }) => {
      const before = await behind.snapshot();
      await isRefused(facet(host, "zone").add(text(`_proof.${foreignName}`, "token")));
      deepEqual(await behind.snapshot(), before);
    },
  },
];
