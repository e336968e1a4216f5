import { SECOND } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import type { Sight, Spot } from "./look.ts";
import { prove } from "./prove.ts";
import type { View } from "./view.ts";

const spot = (name: string): Spot => ({ kind: "page", scheme: "https", address: "192.0.2.1", name });
const page = (certificate: string): Sight => ({ kind: "page", status: 200, body: "b", certificate });
const view: View = ["own", "neighbour"].map((name) => ({ spot: spot(name), sights: [page("old"), page("old")] }));

const nameIn = (one: Spot): string => (one.kind === "page" ? one.name : "");

/** Serves what is said for a look at a name: its first one, its second one … */
const lookFrom = (served: (name: string, turn: number) => string) => {
  let time = 0;
  const turns: Record<string, number> = {};
  const look = async (one: Spot): Promise<Sight> => {
    const name = nameIn(one);
    turns[name] = (turns[name] ?? 0) + 1;
    time += 1;
    return page(served(name, turns[name]));
  };
  const clock = { now: () => time, until: async (instant: number) => void (time = Math.max(time, instant)) };
  return { turns, ports: { look, clock, time: SECOND } };
};

/** The site shows the new certificate, and its neighbour the old one. */
const judge = (now: readonly Sight[]): string | undefined => {
  const [own, neighbour] = now.map((sight) => (sight.kind === "page" ? sight.certificate : ""));
  if (own !== "new") return "the site shows the old one";
  return neighbour === "old" ? undefined : "the neighbour shows another one";
};

describe("a proof", () => {
  test("asks the site until the new certificate lasts, and everybody else once", async () => {
    const { turns, ports } = lookFrom((name, turn) => (name === "own" && turn > 2 ? "new" : "old"));
    expect(await prove(view, judge, ports)).toEqual({ kind: "proven" });
    expect(turns).toEqual({ own: 2 + 5 + 1, neighbour: 1 });
  });

  test("begins again while an old worker still answers in between", async () => {
    const { turns, ports } = lookFrom((name, turn) => (name === "own" && turn !== 4 ? "new" : "old"));
    expect(await prove(view, judge, ports)).toEqual({ kind: "proven" });
    expect(turns["own"]).toBe(4 + 5 + 1);
  });

  test("asks twice over when the host has turned over, and takes nobody's word for it", async () => {
    const turned = lookFrom((name) => (name === "own" ? "new" : "old"));
    expect(await prove(view, judge, { ...turned.ports, hasTurned: true })).toEqual({ kind: "proven" });
    expect(turned.turns).toEqual({ own: 2, neighbour: 1 });
    const mistaken = lookFrom((name, turn) => (name === "own" && turn !== 2 ? "new" : "old"));
    expect(await prove(view, judge, { ...mistaken.ports, hasTurned: true })).toEqual({ kind: "proven" });
    expect(mistaken.turns["own"]).toBe(2 + 5 + 1);
  });

  test("fails when a neighbour shows something else for as long as it is looked at", async () => {
    const { ports } = lookFrom(() => "new");
    expect(await prove(view, judge, ports)).toEqual({
      kind: "not-proven",
      because: "the neighbour shows another one",
    });
  });

  test("fails when the new certificate is never seen", async () => {
    const { turns, ports } = lookFrom(() => "old");
    expect(await prove(view, judge, ports)).toEqual({ kind: "not-proven", because: "the site shows the old one" });
    expect(turns["neighbour"]).toBeUndefined();
  });
});
