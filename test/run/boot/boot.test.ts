import { chmod, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Ended, FreshCheckout } from "./fresh-checkout.ts";
import { createFreshCheckout } from "./fresh-checkout.ts";

const COLD = 120_000;
const VERSION = { code: 0, stdout: "0.1.0\n" };
const NOBODY = 65_534;

let checkout: FreshCheckout;
let first: readonly Ended[];

const hostseal = (...args: readonly string[]) => checkout.start("npm", ["run", "--silent", "hostseal", "--", ...args]);

const boot = (script: string, ...args: readonly string[]) =>
  checkout.start("node", [".boot/boot.mjs", script, ...args]);

/** Two people start it at once, and nothing is there yet. */
beforeAll(async () => {
  checkout = await createFreshCheckout();
  first = await Promise.all([hostseal("--version").ended, hostseal("--version").ended]);
}, COLD);

afterAll(() => checkout.remove());

test("two first starts at once both work, and one of them installs", () => {
  for (const start of first) expect(start).toMatchObject(VERSION);
  const said = first.map(({ stderr }) => stderr);
  expect(said.filter((text) => text.includes("installing packages"))).toHaveLength(1);
  expect(said.filter((text) => text.includes("another start is preparing this checkout"))).toHaveLength(1);
});

test("a second start needs no network and says nothing of its own", async () => {
  const environment = { npm_config_registry: "http://127.0.0.1:1/", http_proxy: "http://127.0.0.1:1/" };
  const { ended } = checkout.start("node", [".boot/boot.mjs", "packages/cli/src/main.ts", "--version"], {
    environment,
  });
  expect(await ended).toEqual({ ...VERSION, stderr: "" });
});

test("arguments arrive as they were given, and the exit code comes back", async () => {
  await writeFile(join(checkout.folder, "echo.ts"), "console.log(process.argv.slice(2)); process.exitCode = 7;");
  const { code, stdout } = await boot("echo.ts", "two words", "*", "--json").ended;
  expect(code).toBe(7);
  expect(stdout).toBe("[ 'two words', '*', '--json' ]\n");
});

test("a signal reaches the program, which may end as it likes", async () => {
  const text = 'process.on("SIGTERM", () => process.exit(5)); setTimeout(() => {}, 60_000); console.log("ready");';
  await writeFile(join(checkout.folder, "wait.ts"), text);
  const started = boot("wait.ts");
  await started.firstOutput();
  started.signal("SIGTERM");
  expect(await started.ended).toMatchObject({ code: 5 });
});

test("a program that a signal has ended gives 128 and the number of the signal", async () => {
  await writeFile(join(checkout.folder, "die.ts"), 'process.kill(process.pid, "SIGKILL");');
  expect(await boot("die.ts").ended).toMatchObject({ code: 137 });
});

test(
  "a package that has changed is installed before the next start",
  async () => {
    await rm(join(checkout.folder, "node_modules", ".hostseal-stamp"));
    const { code, stdout, stderr } = await hostseal("--version").ended;
    expect({ code, stdout }).toEqual(VERSION);
    expect(stderr).toContain("installing packages");
  },
  COLD,
);

test("a checkout that cannot be written says so", async () => {
  const locked = await createFreshCheckout();
  try {
    await chmod(dirname(locked.folder), 0o755);
    await chmod(locked.folder, 0o555);
    const uid = process.getuid?.() === 0 ? { uid: NOBODY } : {};
    const { code, stdout, stderr } = await locked.start("node", [".boot/boot.mjs", "echo.ts"], uid).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^hostseal: packages have to be installed below .* cannot be written \(EACCES\)/);
  } finally {
    await chmod(locked.folder, 0o755);
    await locked.remove();
  }
});

test("a machine for which there is no Node says so", async () => {
  const strange = 'data:text/javascript,Object.defineProperty(process, "arch", { value: "sparc" })';
  const args = ["--no-experimental-strip-types", "--import", strange, ".boot/boot.mjs", "echo.ts"];
  const { code, stderr } = await checkout.start(process.execPath, args).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^hostseal: Node \S+ is too old, and there is none to fetch for linux on sparc\. Install Node/,
  );
});

test("a start without a file to run says what is missing", async () => {
  const { code, stderr } = await checkout.start("node", [".boot/boot.mjs"]).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^hostseal: say which file to run/);
});
