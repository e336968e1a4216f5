import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskOf } from "../server/api/program.ts";
import { openStage, type Stage } from "../server/stage.ts";
import { type Ended, hostseal } from "./hostseal.ts";

const BY = { who: "the test", from: "127.0.0.1" };

describe("a service from somewhere else", { timeout: 60_000 }, () => {
  let stage: Stage;
  let key: string;
  beforeAll(async () => {
    stage = await openStage();
    const scopes = ["orders:read", "orders:write", "spend"] as const;
    key = (await deskOf(stage).addKey({ title: "Terminal", scopes }, BY)).token.reveal();
  }, 60_000);
  afterAll(async () => stage[Symbol.asyncDispose]());

  const run = (args: readonly string[], shown = key): Promise<Ended> =>
    hostseal(["remote", ...args, "--url", stage.origin], { variables: { HOSTSEAL_API_KEY: shown } });

  test("takes an order until it is served, lists it, and says how it stands", async () => {
    const whose = ["--customer", "harbour", "--contact", "owner@harbour.example"];
    const ordered = await run(["order", "shop.example.com", ...whose, "--yes", "--agree", "--json"]);
    expect(ordered, ordered.stderr + ordered.stdout).toMatchObject({ exit: 0, stderr: "" });
    const { id, standing } = JSON.parse(ordered.stdout) as { readonly id: string; readonly standing: string };
    expect(standing).toBe("active");
    expect((await run(["list", "--state", "active"])).stdout).toMatch(new RegExp(`${id} +shop.example.com +active`));
    expect(await run(["status", id])).toMatchObject({ exit: 0, stderr: "" });
  });

  test("says in its own words what it refuses", async () => {
    const unknown = await run(["status", "ord_none", "--json"]);
    expect(unknown.exit).toBe(1);
    expect(JSON.parse(unknown.stdout)).toMatchObject({ type: "failure", code: "order.unknown" });
    const forged = await run(["list"], `hsk_${"0".repeat(12)}_${"A".repeat(43)}`);
    expect(forged).toMatchObject({ exit: 1 });
    expect(forged.stdout).toContain("No valid API key");
  });

  test("is not asked without a key, nor where a key could be read on its way", async () => {
    expect(await run(["list"], "")).toMatchObject({ exit: 2, stdout: "" });
    const open = await hostseal(["remote", "list", "--url", "http://ssl.example.com"], {
      variables: { HOSTSEAL_API_KEY: key },
    });
    expect(open).toMatchObject({ exit: 2, stdout: "" });
    expect(open.stderr).not.toContain(key);
  });
});
