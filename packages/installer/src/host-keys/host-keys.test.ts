import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { enrolHostKey } from "./enrol-host-key.ts";
import type { HostKey } from "./host-key.ts";
import { hostKeyFingerprint, toHostKey } from "./host-key.ts";
import { matchesGlob, toHashedField } from "./host-pattern.ts";
import { judgeHostKey, trustedKeysAt } from "./judge-host-key.ts";
import { parseKnownHosts } from "./parse-known-hosts.ts";

const text = (value: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(value));
  return Buffer.concat([length, Buffer.from(value)]);
};

const makeKey = (name: string, type = "ssh-ed25519"): HostKey & { readonly line: string } => {
  const blob = Buffer.concat([text(type), text(name.padEnd(32, "."))]);
  return { type, blob, line: `${type} ${blob.toString("base64")}` };
};

const [mine, other, rsa] = [makeKey("mine"), makeKey("other"), makeKey("rsa", "ssh-rsa")];
const random = { bytes: (count: number) => randomBytes(count) };
const salt = Buffer.alloc(20, 7);
const at = (name: string, port = 22) => ({ names: [name], port });

const openFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "host-keys-"));
  onTestFinished(async () => rm(folder, { recursive: true }));
  return folder;
};

describe("what known_hosts says", () => {
  test.each([
    ["a plain name", `web.example.com ${mine.line}`, at("web.example.com"), "known"],
    ["a name in other letters", `Web.Example.com ${mine.line}`, at("WEB.example.COM"), "known"],
    ["one of several names", `a,b,c ${mine.line}`, at("b"), "known"],
    ["an address", `192.0.2.1 ${mine.line}`, at("192.0.2.1"), "known"],
    ["an IPv6 address", `2001:db8::1 ${mine.line}`, at("2001:db8::1"), "known"],
    ["an IPv6 address with a port", `[2001:db8::1]:2222 ${mine.line}`, at("2001:db8::1", 2222), "known"],
    ["another port", `[web]:2222 ${mine.line}`, at("web", 2222), "known"],
    ["another port than held", `[web]:2222 ${mine.line}`, at("web", 2223), "unknown"],
    ["the standard port where another is held", `[web]:2222 ${mine.line}`, at("web"), "unknown"],
    ["the same key held without port", `web ${mine.line}`, at("web", 2222), "known"],
    ["another key held without port", `web ${other.line}`, at("web", 2222), "unknown"],
    ["a wildcard", `*.example.com ${mine.line}`, at("a.b.example.com"), "known"],
    ["a wildcard that is shorter", `*.example.com ${mine.line}`, at("example.com"), "unknown"],
    ["a question mark", `web? ${mine.line}`, at("web1"), "known"],
    ["a negation", `*,!web ${mine.line}`, at("web"), "unknown"],
    ["a negation of another", `*,!web ${mine.line}`, at("mail"), "known"],
    ["a negation alone", `!web ${mine.line}`, at("mail"), "unknown"],
    ["a hashed name", `${toHashedField("web", salt)} ${mine.line}`, at("web"), "known"],
    ["a hashed name with port", `${toHashedField("[web]:22022", salt)} ${mine.line}`, at("web", 22_022), "known"],
    ["another hashed name", `${toHashedField("mail", salt)} ${mine.line}`, at("web"), "unknown"],
    ["another key", `web ${other.line}`, at("web"), "changed"],
    ["another type", `web ${rsa.line}`, at("web"), "changed"],
    ["the right key beside another", `web ${other.line}\nweb ${mine.line}`, at("web"), "known"],
    ["a revoked key", `@revoked * ${mine.line}`, at("web"), "revoked"],
    ["a key that is trusted and revoked", `web ${mine.line}\n@revoked web ${mine.line}`, at("web"), "revoked"],
    ["another revoked key", `web ${mine.line}\n@revoked web ${other.line}`, at("web"), "known"],
    ["a certificate authority", `@cert-authority *.example.com ${mine.line}`, at("a.example.com"), "unknown"],
    ["a comment after the key", `web ${mine.line} root@web`, at("web"), "known"],
    ["tabs, spaces and CRLF", `  web \t ${mine.line}\r\n`, at("web"), "known"],
    ["a comment", `# web ${mine.line}`, at("web"), "unknown"],
    ["a type that is not the key's", `web ssh-rsa ${mine.line.split(" ")[1]}`, at("web"), "unknown"],
    ["a damaged key", `web ${mine.line.slice(0, -3)}!`, at("web"), "unknown"],
    ["a damaged hash", `|1|xx|yy ${mine.line}`, at("web"), "unknown"],
    ["a marker that nobody knows", `@future web ${mine.line}`, at("web"), "unknown"],
    ["nothing", "", at("web"), "unknown"],
  ] as const)("%s", (_, file, place, verdict) => {
    expect(judgeHostKey(parseKnownHosts(file), place, mine).kind).toBe(verdict);
  });

  test("a changed key comes with both fingerprints", () => {
    expect(judgeHostKey(parseKnownHosts(`web ${other.line}`), at("web"), mine)).toEqual({
      kind: "changed",
      known: [hostKeyFingerprint(other)],
      seen: hostKeyFingerprint(mine),
    });
  });

  test("which key types are held is known before the server is asked", () => {
    const entries = parseKnownHosts(`web ${rsa.line}\nmail ${mine.line}\n@revoked web ${other.line}`);
    expect(trustedKeysAt(entries, at("web")).map(({ type }) => type)).toEqual(["ssh-rsa"]);
  });
});

const makeRealKey = (folder: string, type: string): HostKey => {
  execFileSync("/usr/bin/ssh-keygen", ["-q", "-t", type, "-N", "", "-f", join(folder, type)]);
  const [, encoded = ""] = execFileSync("/usr/bin/ssh-keygen", ["-y", "-f", join(folder, type)], {
    encoding: "utf8",
  }).split(" ");
  return toHostKey(Buffer.from(encoded, "base64")) ?? makeKey("no key");
};

describe("OpenSSH agrees", () => {
  test.each(["ed25519", "ecdsa", "rsa"])("on the fingerprint of an %s key", async (type) => {
    const folder = await openFolder();
    const key = makeRealKey(folder, type);
    const printed = execFileSync("/usr/bin/ssh-keygen", ["-l", "-f", join(folder, type)], { encoding: "utf8" });
    expect(printed.split(" ")[1]).toBe(hostKeyFingerprint(key));
  });

  test.each([true, false])("on a key we enrolled, hashed: %s", async (hashed) => {
    const file = join(await openFolder(), "known_hosts");
    const place = { names: ["web.example.com", "192.0.2.7"], port: 2222 };
    await enrolHostKey({ file, place, key: mine, hashed }, random);
    for (const name of ["[web.example.com]:2222", "[192.0.2.7]:2222"])
      expect(spawnSync("/usr/bin/ssh-keygen", ["-F", name, "-f", file]).status, name).toBe(0);
    expect(spawnSync("/usr/bin/ssh-keygen", ["-F", "web.example.com", "-f", file]).status).toBe(1);
    expect((await readFile(file, "utf8")).includes("web.example.com")).toBe(!hashed);
  });

  test("on what it hashed itself", async () => {
    const file = join(await openFolder(), "known_hosts");
    const key = makeRealKey(await openFolder(), "ed25519");
    await writeFile(file, `[web]:2022,mail ${key.type} ${Buffer.from(key.blob).toString("base64")}\n`);
    execFileSync("/usr/bin/ssh-keygen", ["-H", "-f", file], { stdio: "ignore" });
    const entries = parseKnownHosts(await readFile(file, "utf8"));
    expect(entries.map(({ hosts }) => hosts.kind)).toEqual(["hashed", "hashed"]);
    expect(judgeHostKey(entries, at("web", 2022), key).kind).toBe("known");
    expect(judgeHostKey(entries, at("mail"), key).kind).toBe("known");
    expect(judgeHostKey(entries, at("web"), key).kind).toBe("unknown");
  });
});

describe("enrolling", () => {
  test("leaves what stands there as it is, and mends a missing line end", async () => {
    const file = join(await openFolder(), "known_hosts");
    const before = Buffer.concat([Buffer.from("# caf\xe9 \r\n", "latin1"), Buffer.from(`mail ${other.line}`)]);
    await writeFile(file, before);
    await chmod(file, 0o644);
    expect(await enrolHostKey({ file, place: at("web"), key: mine, hashed: false }, random)).toBe("added");
    const after = await readFile(file);
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(after.subarray(before.length).toString()).toBe(`\nweb ${mine.line}\n`);
    expect((await stat(file)).mode & 0o777).toBe(0o644);
  });

  test("twice is once", async () => {
    const file = join(await openFolder(), "deep", "known_hosts");
    const enrolment = { file, place: at("web"), key: mine, hashed: true };
    expect(await enrolHostKey(enrolment, random)).toBe("added");
    const once = await readFile(file);
    expect(await enrolHostKey(enrolment, random)).toBe("known");
    expect(await readFile(file)).toEqual(once);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(file, ".."))).toEqual(["known_hosts"]);
  });

  test.each([
    ["changed", `web ${other.line}\n`],
    ["revoked", `@revoked web ${mine.line}\n`],
  ])("never overrules a %s key", async (verdict, before) => {
    const file = join(await openFolder(), "known_hosts");
    await writeFile(file, before);
    expect(await enrolHostKey({ file, place: at("web"), key: mine, hashed: false }, random)).toBe(verdict);
    expect(await readFile(file, "utf8")).toBe(before);
  });

  test("keeps a link a link", async () => {
    const folder = await openFolder();
    const [file, target] = [join(folder, "link"), join(folder, "target")];
    await writeFile(target, "");
    await symlink(target, file);
    await enrolHostKey({ file, place: at("web"), key: mine, hashed: false }, random);
    expect(await readFile(target, "utf8")).toBe(`web ${mine.line}\n`);
    expect((await readdir(folder)).toSorted()).toEqual(["link", "target"]);
  });
});

describe("any input", () => {
  const pieces = fc.oneof(
    fc.constantFrom("@revoked", "@cert-authority", "|1|", "*", "!web", "web", ",", " ", "\t", "\n", "\r", mine.line),
    fc.string({ unit: "binary", maxLength: 8 }),
  );

  test("is read without failing, and vouches for no key it does not hold", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const entries = parseKnownHosts(parts.join(""));
        return judgeHostKey(entries, at("web"), makeKey("never written")).kind !== "known";
      }),
    );
  });

  test("a blob is a key only with a type and something behind it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const key = toHostKey(bytes);
        return key === undefined || Buffer.from(bytes).includes(key.type);
      }),
    );
  });

  test("wildcards agree with a regular expression", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "?", "."), maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom("a", "b", "."), maxLength: 8 }), (pattern, name) => {
        const source = pattern
          .replaceAll(".", String.raw`\.`)
          .replaceAll("*", ".*")
          .replaceAll("?", ".");
        return matchesGlob(pattern, name) === new RegExp(`^${source}$`).test(name);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a pattern full of stars takes no time", () => {
    expect(matchesGlob("*a".repeat(2_000), "b".repeat(2_000))).toBe(false);
  });
});
