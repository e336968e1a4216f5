import { generateKeyPairSync } from "node:crypto";
import { Secret, makeCsr, makeKey } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import type { Wish } from "../test/found-authority.ts";
import { csrFor, foundAuthority, issueFor, requestFor } from "../test/found-authority.ts";

const EUROS = (amount: number) => ({ amount, currency: "EUR" });

describe("placing an order", () => {
  it("charges what the catalogue says, once", async () => {
    const { counter } = await foundAuthority();
    const wish = { names: ["example.com", "www.example.com", "example.net", "*.example.org"], years: 3 };
    const { charged } = await counter.place(await requestFor(wish));
    expect(charged).toEqual(EUROS((2400 + 2 * 600) * 3));
    expect(counter.balance()).toEqual(EUROS(100_000 - charged.amount));
  });

  it("gives the same order back for the same number, also when asked ten times at once", async () => {
    const { counter, authority } = await foundAuthority();
    const request = await requestFor({ names: ["example.com"] });
    const views = await Promise.all(Array.from({ length: 10 }, () => counter.place(request)));
    expect(new Set(views.map(({ order }) => order.ref)).size).toBe(1);
    expect(authority.controls.orders()).toHaveLength(1);
    expect(authority.controls.entries()).toHaveLength(1);
  });

  it("refuses a number that was used for something else", async () => {
    const { counter } = await foundAuthority();
    await counter.place(await requestFor({ names: ["example.com"], reference: "1" }));
    const other = requestFor({ names: ["example.net"], reference: "1" });
    await expect(other.then(counter.place)).rejects.toMatchObject({ code: "request-differs", status: 409 });
  });

  it("keeps partners apart, numbers included", async () => {
    const { counter, authority } = await foundAuthority();
    const stranger = authority.signIn("another-credential");
    const mine = await counter.place(await requestFor({ names: ["example.com"], reference: "1" }));
    const theirs = await stranger.place(await requestFor({ names: ["example.com"], reference: "1" }));
    expect(theirs.order.ref).not.toBe(mine.order.ref);
    expect(() => stranger.look(mine.order.ref)).toThrow(expect.objectContaining({ code: "order-unknown" }));
  });

  it("books nothing when the balance is short", async () => {
    const { counter, authority } = await foundAuthority();
    authority.controls.setBalance("partner", 899);
    const placing = counter.place(await requestFor({ names: ["example.com"] }));
    await expect(placing).rejects.toMatchObject({ code: "funds-short", status: 402 });
    expect(authority.controls.orders()).toEqual([]);
    expect(counter.balance()).toEqual(EUROS(899));
  });

  const wrong: readonly [sentence: string, code: string, wish: Wish][] = [
    ["an unknown product", "product-unknown", { names: ["example.com"], product: "sandbox-gold" }],
    ["a term that is not sold", "term-not-sold", { names: ["example.com"], years: 6 }],
    ["a name below no public suffix", "name-invalid", { names: ["server.internal"] }],
    ["a wildcard with a product for plain names", "wildcard-not-sold", { names: ["*.example.com"] }],
    [
      "more names than the product holds",
      "names-too-many",
      { names: ["a.example.com", "b.example.com"], product: "sandbox-dv" },
    ],
    [
      "a file for a wildcard",
      "method-refused",
      { names: ["*.example.com"], product: "sandbox-dv-wildcard", by: { method: "file" } },
    ],
    ["a method it does not offer", "method-refused", { names: ["example.com"], by: { method: "acme-http-01" } }],
    [
      "a sixth mailbox",
      "mailbox-refused",
      { names: ["example.com"], by: { method: "email", address: "info@example.com" } },
    ],
    [
      "a mailbox of another domain",
      "mailbox-refused",
      { names: ["example.com"], by: { method: "email", address: "admin@example.net" } },
    ],
    [
      "an organisation product without organisation",
      "organisation-missing",
      { names: ["example.com"], product: "sandbox-ov" },
    ],
    ["a text that is no CSR", "csr-invalid", { names: ["example.com"], csr: "hello" }],
  ];

  it.each(wrong)("refuses %s", async (_sentence, code, wish) => {
    const { counter, authority } = await foundAuthority();
    const placing = counter.place(await requestFor(wish));
    await expect(placing).rejects.toMatchObject({ code });
    expect(authority.controls.orders()).toEqual([]);
    expect(authority.controls.entries()).toEqual([]);
  });

  it("refuses a CSR with a name that was not ordered", async () => {
    const { counter } = await foundAuthority();
    const csr = await csrFor("example.com", "example.net");
    const placing = counter.place(await requestFor({ names: ["example.com"], csr }));
    await expect(placing).rejects.toMatchObject({ code: "csr-names-differ" });
  });

  it("refuses a key of 1024 bits", async () => {
    const { counter } = await foundAuthority();
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
    const key = new Secret(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
    const csr = await makeCsr({ key, names: ["example.com" as DomainName] });
    const placing = counter.place(await requestFor({ names: ["example.com"], csr }));
    await expect(placing).rejects.toMatchObject({ code: "key-weak" });
  });

  it("refuses a key that serves another order, and one that was reported", async () => {
    const { counter, authority } = await foundAuthority();
    const csr = await csrFor("example.com");
    await counter.place(await requestFor({ names: ["example.com"], csr, reference: "1" }));
    const again = counter.place(await requestFor({ names: ["example.com"], csr, reference: "2" }));
    await expect(again).rejects.toMatchObject({ code: "key-reused" });

    const key = await makeKey("ec-p256");
    authority.controls.reportKey(key.publicKeySha256);
    const leaked = await makeCsr({ key, names: ["example.com" as DomainName] });
    const third = counter.place(await requestFor({ names: ["example.com"], csr: leaked, reference: "3" }));
    await expect(third).rejects.toMatchObject({ code: "key-compromised" });
  });

  it("issues at once what it has seen proven before, for the same partner only", async () => {
    const founded = await foundAuthority();
    await issueFor(founded, { names: ["example.com"] });
    const names = ["www.example.com"];
    const again = await founded.counter.place(await requestFor({ names }));
    expect(again.stage).toBe("active");
    const stranger = founded.authority.signIn("another-credential");
    expect((await stranger.place(await requestFor({ names }))).stage).toBe("awaiting-control");
  });
});
