import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemo } from "./demo-home.ts";
import { folderDigest } from "./folder-digest.ts";
import { hostseal } from "./hostseal.ts";

type World = Awaited<ReturnType<typeof openDemo>>;
type WrongCall = readonly [exit: number, sentence: RegExp, args: readonly string[]];

const NOW = ["--yes", "--agree"];
const CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
const PRIVATE_KEY = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n";

/** `@name` stands for a file of the test's own folder. */
const CALLS: readonly WrongCall[] = [
  [2, /frobnicate: there is no such command/, ["frobnicate"]],
  [2, /--jsn: there is no such option; did you mean --json/, ["list", "--jsn"]],
  [2, /order: something is missing here/, ["timeline"]],
  [2, /more arguments were given/, ["list", "everything"]],
  [2, /audit: something is missing here/, ["audit"]],
  [2, /--years <number>: it needs a value/, ["order", "shop.example.com", "--years"]],
  [2, /"bad_name\.example\.com" cannot be a name .*underscores/, ["order", "bad_name.example.com", ...NOW]],
  [2, /it is an IP address/, ["order", "192.0.2.1", ...NOW]],
  [2, /shop\.example\.com would be one/, ["order", "https://shop.example.com/cart", ...NOW]],
  [2, /a star may only stand alone in front/, ["order", "www.*.example.com", ...NOW]],
  [2, /everything below a public suffix/, ["order", "*.co.uk", ...NOW]],
  [2, /does not end in a public top-level domain/, ["order", "intranet", ...NOW]],
  [2, /"" cannot be a name in a certificate: nothing was written/, ["order", "", ...NOW]],
  [2, /"-x\.example\.com" cannot be a name/, ["check", "--", "-x.example.com"]],
  [2, /names: at least one name is needed/, ["order", ...NOW]],
  [2, /--years: write a number from 1 to 10/, ["order", "shop.example.com", "--years", "eleven", ...NOW]],
  [
    2,
    /is sold for 1, 2, 3, 4, 5 years, not 9/,
    ["order", "shop.example.com", "--product", "sandbox-dv", "--years", "9", ...NOW],
  ],
  [2, /There is no product "gold"/, ["order", "shop.example.com", "--product", "gold", ...NOW]],
  [
    2,
    /holds 1 name\(s\), and 2 were given/,
    ["order", "example.com", "shop.example.com", "--product", "sandbox-dv", ...NOW],
  ],
  [
    2,
    /EV certificates hold no wildcards/,
    ["order", "*.example.com", "--product", "sandbox-ev", "--organisation", "@organisation.json", ...NOW],
  ],
  [2, /names an organisation, and none was given/, ["order", "example.net", "--product", "sandbox-ov", ...NOW]],
  [2, /--key-type: write one of rsa-2048/, ["order", "shop.example.com", "--key-type", "dsa", ...NOW]],
  [2, /--contact: it is not an e-mail address/, ["order", "shop.example.com", "--contact", "nobody", ...NOW]],
  [
    2,
    /--method shop\.example\.com=http: the method is dns-txt/,
    ["order", "shop.example.com", "--method", "shop.example.com=http", ...NOW],
  ],
  [2, /--email-approver .*five addresses/, ["order", "shop.example.com", "--email-approver", "me@example.com", ...NOW]],
  [2, /--install shop: write it as host:site/, ["order", "shop.example.com", "--install", "shop", ...NOW]],
  [1, /No host is configured under "elsewhere"/, ["order", "shop.example.com", "--install", "elsewhere:shop", ...NOW]],
  [1, /panel has no site attik/, ["order", "shop.example.com", "--install", "panel:attik", ...NOW]],
  [2, /--csr .*there is no such file/, ["order", "shop.example.com", "--csr", "@absent.csr", ...NOW]],
  [
    2,
    /it is a certificate, not the request for one/,
    ["order", "shop.example.com", "--csr", "@certificate.pem", ...NOW],
  ],
  [2, /a private key, which must now be treated as known/, ["order", "shop.example.com", "--csr", "@key.pem", ...NOW]],
  [2, /--organisation .*it is not JSON/, ["order", "example.net", "--organisation", "@key.pem", ...NOW]],
  [
    2,
    /--organisation .*country: write two capital letters.*phone: /,
    ["order", "example.net", "--organisation", "@wrong.json", ...NOW],
  ],
  [2, /--yes: it is needed here, because nobody can be asked/, ["order", "shop.example.com"]],
  [2, /--agree: it is needed here/, ["order", "shop.example.com", "--yes"]],
  [1, /There is no order ord_none here/, ["status", "ord_none"]],
  [1, /There is no order ord_none here/, ["order", "--renews", "ord_none", ...NOW]],
  [1, /There is no order ord_none here/, ["audit", "verify", "ord_none"]],
  [2, /--yes: it is needed here/, ["revoke", "ord_none"]],
  [2, /--reason: write one of/, ["revoke", "ord_none", "--reason", "tired", "--yes"]],
  [2, /--out: name the file to write/, ["archive", "ord_none", "--yes"]],
  [2, /--format: write one of zip, pkcs12, pem/, ["archive", "ord_none", "--out", "x", "--format", "rar", "--yes"]],
  [2, /--state: write one of draft, placed, active, ended/, ["list", "--state", "happy"]],
  [2, /"2027-02-30" is not a date/, ["rules", "--at", "2027-02-30"]],
  [2, /"tomorrow" is not a date/, ["rules", "--at", "tomorrow"]],
  [2, /--resolver dns\.example: write an IP address/, ["check", "example.com", "--resolver", "dns.example"]],
  [2, /--brand: write one of/, ["check", "example.com", "--brand", "acme"]],
  [2, /--years: write a number from 1 to 5/, ["demo", "--once", "--years", "6"]],
  [2, /the demo needs an empty folder/, ["demo", "--once", "--home", "@"]],
];

const wrongOrganisation = { name: "A", street: "B", city: "C", region: "D", postcode: "E", country: "de", phone: "1" };
const organisation = { ...wrongOrganisation, country: "DE", phone: "+49 30 1234567" };

const FILES: Readonly<Record<string, string>> = {
  "certificate.pem": CERTIFICATE,
  "key.pem": PRIVATE_KEY,
  "wrong.json": JSON.stringify(wrongOrganisation),
  "organisation.json": JSON.stringify(organisation),
};

describe("a wrong call", () => {
  let world: World;
  let files: string;
  const place = (arg: string): string => (arg.startsWith("@") ? join(files, arg.slice(1)) : arg);

  beforeAll(async () => {
    world = await openDemo();
    files = join(world.folder, "files");
    await mkdir(files);
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(files, name), content);
    await hostseal(["list"], { home: world.demo.home });
  });
  afterAll(async () => {
    await world.close();
  });

  test.each(CALLS)("ends with %i and one sentence: %s", async (exit, sentence, args) => {
    const { home } = world.demo;
    const before = await folderDigest(world.folder);
    const run = await hostseal(args.map(place), { home });
    expect(run.stderr).toMatch(sentence);
    expect(run.stderr).toMatch(/^hostseal: [^\n]+[.:)]\n$/);
    expect(run).toMatchObject({ exit, stdout: "" });
    expect(await folderDigest(world.folder)).toBe(before);
    expect(world.demo.authority.controls.orders()).toEqual([]);
  });

  test("is an object on standard output for a program", async () => {
    const run = await hostseal(["order", "bad_name.example.com", "--json", ...NOW], { home: world.demo.home });
    expect(run).toMatchObject({ exit: 2, stderr: "" });
    expect(JSON.parse(run.stdout)).toMatchObject({
      type: "failure",
      code: "input.name",
      sentence: expect.stringContaining("underscores"),
      fix: expect.stringContaining("Write a host name"),
    });
  });
});

describe("a data folder that cannot be used", () => {
  test.each([
    [/There is no configuration at .*hostseal\.json/, undefined],
    [/it is not JSON/, "{"],
    [/partner: it is missing; customer: it is missing; .*mailer: it is missing/, "{}"],
  ])("is one sentence: %s", async (sentence, content) => {
    const world = await openDemo();
    try {
      const home = join(world.folder, "other");
      await mkdir(home);
      if (content !== undefined) await writeFile(join(home, "hostseal.json"), content);
      const run = await hostseal(["list"], { home });
      expect(run).toMatchObject({ exit: 1, stdout: "" });
      expect(run.stderr).toMatch(sentence);
      expect(run.stderr).not.toMatch(/\n\s+at /);
    } finally {
      await world.close();
    }
  });

  test("whose demo has gone says so", async () => {
    const world = await openDemo();
    const { home } = world.demo;
    await world.demo[Symbol.asyncDispose]();
    const run = await hostseal(["list"], { home });
    await world.close();
    expect(run.exit).toBe(1);
    expect(run.stderr).toMatch(/the demo at .* does not answer .*npm start/);
  });
});
