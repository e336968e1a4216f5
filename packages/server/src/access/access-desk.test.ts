import { randomBytes } from "node:crypto";
import { asId, type LogEvent, type PartnerId } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { fromIso } from "@hostseal/rules";
import { beforeEach, describe, expect, it } from "vitest";
import type { Documents } from "../partner/documents.ts";
import { createMemoryDocuments } from "../partner/memory-documents.ts";
import { createPartnerBook } from "../partner/partner-book.ts";
import { type AccessDesk, createAccessDesk } from "./access-desk.ts";

const NOW = fromIso("2026-11-22");
const BY = { who: "jo@harbour.example", from: "192.0.2.7" };
const PASSWORD = new Secret("correct horse battery");
const partner = asId<PartnerId>("demo");
const clock = { now: () => NOW, until: async () => undefined };
const random = { bytes: (count: number) => randomBytes(count) };

describe("who may come in", () => {
  let documents: Documents;
  let log: LogEvent[];
  let desk: AccessDesk;
  beforeEach(() => {
    documents = createMemoryDocuments();
    log = [];
    const book = createPartnerBook({ documents, partner, clock, log: { emit: (event) => void log.push(event) } });
    desk = createAccessDesk({ book, clock, random });
  });

  const addOwner = (email = "jo@harbour.example") => desk.addUser({ email, role: "owner", password: PASSWORD }, BY);

  it("is a person with the right password, whatever the case of the address", async () => {
    expect(await addOwner()).toBe("added");
    expect(await desk.recognise("JO@harbour.example", PASSWORD)).toMatchObject({ role: "owner" });
    expect(await desk.recognise("jo@harbour.example", new Secret("correct horse"))).toBeUndefined();
    expect(await desk.recognise("nobody@harbour.example", PASSWORD)).toBeUndefined();
  });

  it("is nobody twice, and nobody with a short password", async () => {
    await addOwner();
    expect(await addOwner("Jo@Harbour.example")).toBe("known-already");
    const short = await desk.addUser({ email: "al@harbour.example", role: "staff", password: new Secret("short") }, BY);
    expect(short).toBe("password-too-short");
  });

  it("always has an owner among them", async () => {
    await addOwner();
    expect(await desk.removeUser("jo@harbour.example", BY)).toBe(false);
    await addOwner("al@harbour.example");
    expect(await desk.removeUser("jo@harbour.example", BY)).toBe(true);
  });

  it("is a program with its token, until the key is removed", async () => {
    const { id, token } = await desk.addKey({ title: "Shop", scopes: ["orders:read"] }, BY);
    expect(await desk.keyOf(token.reveal())).toMatchObject({ id, title: "Shop", createdBy: "jo@harbour.example" });
    expect(await desk.keyOf(`${token.reveal().slice(0, -1)}_`)).toBeUndefined();
    expect(await desk.removeKey(id, BY)).toBe(true);
    expect(await desk.keyOf(token.reveal())).toBeUndefined();
  });

  it("is entered with who let them in and from where, and neither password nor token is kept", async () => {
    await addOwner();
    const { token } = await desk.addKey({ title: "Shop", scopes: [] }, BY);
    const kept = JSON.stringify([await documents.read("partner-demo"), log]);
    expect(kept).toContain('"deed":"user.added"');
    expect(kept).toContain('"from":"192.0.2.7"');
    expect(kept).not.toContain(PASSWORD.reveal());
    expect(kept).not.toContain(token.reveal());
  });
});
