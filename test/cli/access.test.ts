import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemo } from "./demo-home.ts";
import { type Ended, hostseal } from "./hostseal.ts";

/** Each step is a process of its own, and the machine may have other work. */
const PATIENCE = 60_000;

describe("who may come in, from the terminal", { timeout: PATIENCE }, () => {
  let world: Awaited<ReturnType<typeof openDemo>>;
  const run = (...args: readonly string[]): Promise<Ended> => hostseal(args, { home: world.demo.home });

  beforeAll(async () => {
    world = await openDemo();
  });
  afterAll(async () => world.close());

  test("the first owner gets a password that is shown once", async () => {
    const added = await run("users", "add", "jo@harbour.example");
    expect(added, added.stderr).toMatchObject({ exit: 0, stderr: "" });
    expect(added.stdout).toMatch(/Password, shown once: [A-Za-z0-9_-]{20}\n/);
    const listed = await run("users", "list", "--json");
    expect(JSON.parse(listed.stdout)).toMatchObject([{ email: "jo@harbour.example", role: "owner" }]);
    expect(await run("users", "add", "jo@harbour.example")).toMatchObject({ exit: 2, stdout: "" });
  });

  test("a password of one's own comes from a file, and not too short", async () => {
    const file = join(world.folder, "password");
    await writeFile(file, "short\n", { mode: 0o600 });
    const refused = await run("users", "add", "al@harbour.example", "--role", "staff", "--password-file", file);
    expect(refused).toMatchObject({ exit: 2, stdout: "" });
    expect(refused.stderr).toContain("12 characters");
  });

  test("a program's key is shown once, listed without itself, and removed", async () => {
    const added = await run("keys", "add", "Shop", "--scope", "orders:read", "--scope", "spend", "--json");
    const key = JSON.parse(added.stdout) as { readonly id: string; readonly token: string };
    expect(key.token).toMatch(/^hsk_/);
    const listed = await run("keys", "list");
    expect(listed.stdout).toContain(key.id);
    expect(listed.stdout).not.toContain(key.token);
    expect(await run("keys", "remove", key.id)).toMatchObject({ exit: 0 });
    expect(await run("keys", "remove", key.id)).toMatchObject({ exit: 2 });
  });

  test("a scope that does not exist is refused before anything is made", async () => {
    const refused = await run("keys", "add", "Shop", "--scope", "everything");
    expect(refused).toMatchObject({ exit: 2, stdout: "" });
    expect((await run("keys", "list", "--json")).stdout).not.toContain("everything");
  });
});
