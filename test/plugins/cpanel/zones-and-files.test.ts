import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ZoneRecord } from "@hostseal/core";
import { describe, expect, it } from "vitest";
import { asName, opened } from "./opened.ts";

const record: ZoneRecord = { type: "TXT", host: "_proof.example.com", value: "token" };

describe("a zone", () => {
  it("that somebody else changes in between is read again, and their change stays", async () => {
    const { host, double, world, behind } = await opened();
    const theirs = { host: "_theirs.example.com", type: "TXT" as const, value: "theirs" };
    const meanwhile = { kind: "meanwhile" as const, run: () => world.controls.dns.add(theirs) };
    double.mischiefs.plan("DNS::mass_edit_zone", meanwhile);
    await host.zone?.add(record);
    expect(await behind.records(record.host, "TXT")).toEqual(["token"]);
    expect(await behind.records(theirs.host, "TXT")).toEqual(["theirs"]);
  });

  it("that never comes to rest is given up after three tries", async () => {
    const { host, double, world } = await opened();
    for (const [place] of [1, 2, 3].entries()) {
      const entry = { host: `_n${place}.example.com`, type: "TXT" as const, value: "n" };
      double.mischiefs.plan("DNS::mass_edit_zone", { kind: "meanwhile", run: () => world.controls.dns.add(entry) });
    }
    await expect(host.zone?.add(record)).rejects.toMatchObject({
      code: "host.refused",
      evidence: expect.stringContaining("serial number"),
    });
  });

  it("holds long texts, and finds them again in pieces", async () => {
    const { host, behind } = await opened();
    const long: ZoneRecord = { ...record, value: `${"x".repeat(300)} end` };
    for (let time = 0; time < 2; time += 1) await host.zone?.add(long);
    expect(await behind.records(long.host, "TXT")).toEqual([long.value]);
    await host.zone?.remove(long);
    await expect(behind.records(long.host, "TXT")).rejects.toMatchObject({ code: "ENOTFOUND" });
  });

  it("refuses an alias beside other records, in words", async () => {
    const { host } = await opened();
    await host.zone?.add(record);
    await expect(host.zone?.add({ type: "CNAME", host: record.host, value: "ca.example" })).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining("CNAME and other data"),
    });
  });

  it("of another account is not the account's, although the server answers for it", async () => {
    const { host } = await opened();
    await expect(host.zone?.add({ ...record, host: "_proof.neighbour.example.net" })).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining("the zone of this name is not hosted by the account"),
    });
  });

  it("that is elsewhere gets no record, with a sentence for whoever asked", async () => {
    const { host } = await opened();
    await expect(host.zone?.add({ ...record, host: "_proof.blog.example.org" })).rejects.toMatchObject({
      message: expect.stringContaining("the zone of _proof.blog.example.org is not hosted there"),
    });
  });

  it("of a wildcard is that of the name below it", async () => {
    const { host } = await opened();
    expect(await host.zone?.zoneFor("*.cloud.example.com")).toBe("example.com");
  });
});

describe.each(["11.138.0.10", "11.136.0.4", "11.126.0.1"])("files on version %s", (version) => {
  const path = "/.well-known/pki-validation/0123456789ABCDEF0123456789ABCDEF.txt";

  it("are written, replaced and deleted", async () => {
    const { host, bare, behind } = await opened({ version });
    for (const body of ["first\nünï", "second"]) {
      await host.webroot?.publish(bare.site, path, body);
      expect(await behind.fetch(bare.name, path)).toEqual({ status: 200, body });
    }
    for (let time = 0; time < 2; time += 1) await host.webroot?.withdraw(bare.site, path);
    expect((await behind.fetch(bare.name, path)).status).toBe(404);
  });

  it("are never folders, which would be deleted with everything in them", async () => {
    const { host, bare, world } = await opened({ version });
    const folder = join(world.ground.webspaces.get("bakery")?.home ?? "", ".well-known", "kept");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "file"), "kept");
    await expect(host.webroot?.withdraw(bare.site, "/.well-known/kept")).rejects.toMatchObject({
      code: "host.refused",
      message: expect.stringContaining("is a folder"),
    });
    expect(await readFile(join(folder, "file"), "utf8")).toBe("kept");
  });

  it("are refused in words where something is in the way", async () => {
    const { host, bare, world } = await opened({ version });
    const home = world.ground.webspaces.get("bakery")?.home ?? "";
    await writeFile(join(home, ".well-known"), "a file in place of the folder");
    await expect(host.webroot?.publish(bare.site, path, "token")).rejects.toMatchObject({
      code: expect.stringMatching(/^host\.(refused|unreachable)$/),
    });
  });

  it("lie with the site that answers for the name", async () => {
    const { host } = await opened({ version });
    expect(await host.webroot?.siteFor(asName("www.example.com"))).toBe("example.com");
    expect(await host.webroot?.siteFor(asName("tenant.cloud.example.com"))).toBe("cloud.example.com");
  });
});
