import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDemo } from "./demo-home.ts";
import { hostseal } from "./hostseal.ts";

const SITE = "depot.example.com";
const PATIENCE = 120_000;

type ConfigText = { readonly hosts: { readonly web1: { customer?: string } } };

test("an order goes over SSH, from its file proof to its own proof", { timeout: PATIENCE }, async () => {
  const world = await openDemo({ withServer: true });
  onTestFinished(async () => world.close());
  const { home } = world.demo;
  const file = join(home, "hostseal.json");
  const config = JSON.parse(await readFile(file, "utf8")) as ConfigText;
  delete config.hosts.web1.customer;
  await writeFile(file, JSON.stringify(config));

  const ordered = await hostseal(["order", SITE, "--method", `${SITE}=file`, "--yes", "--agree"], { home });
  expect(ordered).toMatchObject({ exit: 0, stderr: "" });
  expect(ordered.stdout).toContain("A fresh key was made on web1, where it stays");
  expect(ordered.stdout).toMatch(/published as file \/\.well-known\/\S+ on web1:depot\.example\.com/);
  expect(ordered.stdout).toMatch(/✔ Installed on web1:depot\.example\.com/);
  expect(ordered.stdout).toMatch(/✔ Proven: every site serves certificate/);

  const proof = await hostseal(["prove", "--host", "web1", "--name", SITE, "--json"], { home });
  expect(proof).toMatchObject({ exit: 0, stderr: "" });
  const { endpoints } = JSON.parse(proof.stdout) as { readonly endpoints: readonly { readonly kind: string }[] };
  expect(endpoints.map(({ kind }) => kind)).toEqual(["served", "served"]);
  expect((await hostseal(["sites", "--host", "web1"], { home })).exit).toBe(0);
});
