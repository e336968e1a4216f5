import { DAY, HOUR, MINUTE } from "@hostseal/rules";
import { describe, expect, it, vi } from "vitest";
import type { Founded } from "../test/found-authority.ts";
import { foundAuthority, issueFor, publishAll, requestFor } from "../test/found-authority.ts";

const ORGANISATION = {
  name: "Example Ltd",
  street: "1 High Street",
  city: "York",
  region: "Yorkshire",
  postcode: "YO1 7HH",
  country: "GB",
  phone: "+441904000000",
};

const stageOf = ({ counter }: Founded, ref: string) => counter.look(ref).stage;

describe("the authority's own looks", () => {
  it("come after 1, 5, 15 and 60 minutes, then every hour", async () => {
    const founded = await foundAuthority();
    const placed = await founded.counter.place(await requestFor({ names: ["example.com"] }));
    const looksAt = async (minutes: number): Promise<number> => {
      founded.clock.advance(minutes * MINUTE);
      await new Promise((resolve) => setImmediate(resolve));
      const { cases } = founded.counter.look(placed.order.ref).order.generations[0] ?? { cases: [] };
      const [verdict] = cases.map((each) => each.verdict);
      return verdict?.kind === "refused" ? verdict.at : 0;
    };
    const at = founded.clock.now();
    expect([await looksAt(1), await looksAt(4), await looksAt(1), await looksAt(15), await looksAt(60)]).toEqual(
      [1, 1, 6, 21, 81].map((minutes) => at + minutes * MINUTE),
    );
  });

  it("issue by themselves once the proof is there", async () => {
    const founded = await foundAuthority();
    const placed = await founded.counter.place(await requestFor({ names: ["example.com"] }));
    publishAll(founded, placed);
    founded.clock.advance(MINUTE);
    await vi.waitFor(() => expect(stageOf(founded, placed.order.ref)).toBe("active"));
  });

  it("end when the authority closes", async () => {
    const founded = await foundAuthority();
    const placed = await founded.counter.place(await requestFor({ names: ["example.com"] }));
    publishAll(founded, placed);
    founded.authority.close();
    founded.clock.advance(HOUR);
    await new Promise((resolve) => setImmediate(resolve));
    expect(stageOf(founded, placed.order.ref)).toBe("awaiting-control");
  });
});

describe("organisation checks", () => {
  const wish = { names: ["example.com"], product: "sandbox-ov", organisation: ORGANISATION };

  it("go on by themselves where the authority does them in its own time", async () => {
    const founded = await foundAuthority({ habits: { organisationStepTime: HOUR } });
    const placed = await founded.counter.place(await requestFor(wish));
    publishAll(founded, placed);
    expect((await founded.counter.check(placed.order.ref)).stage).toBe("awaiting-organisation");
    founded.clock.advance(4 * HOUR);
    await vi.waitFor(() => expect(stageOf(founded, placed.order.ref)).toBe("active"));
  });

  it("wait for a person otherwise, step by step", async () => {
    const founded = await foundAuthority();
    const placed = await founded.counter.place(await requestFor(wish));
    publishAll(founded, placed);
    await founded.counter.check(placed.order.ref);
    const { ref } = placed.order;
    await founded.authority.controls.passOrganisation(ref, "address");
    expect(stageOf(founded, ref)).toBe("awaiting-organisation");
    await founded.authority.controls.passOrganisation(ref);
    expect(stageOf(founded, ref)).toBe("active");
  });
});

describe("organisation checks on a reissue", () => {
  it("serve again for 398 days, and are then done anew", async () => {
    const founded = await foundAuthority({ habits: { organisationStepTime: 0 } });
    const wish = { names: ["example.com"], product: "sandbox-ov", organisation: ORGANISATION, years: 3 };
    const { order } = await issueFor(founded, wish);
    const reissued = async (reference: string) => {
      const request = await requestFor({ names: ["example.com"], reference });
      return founded.counter.reissue(order.ref, request);
    };
    founded.clock.advance(90 * DAY);
    const early = await reissued("early");
    expect(early).toMatchObject({ stage: "active", order: { organisationSteps: order.organisationSteps } });
    founded.clock.advance(310 * DAY);
    const { organisationSteps } = (await reissued("late")).order;
    expect(organisationSteps.map(({ doneAt }) => doneAt)).toEqual([1, 2, 3, 4].map(() => founded.clock.now()));
  });
});

describe("production", () => {
  it("takes its time where it does, and is over at the next look", async () => {
    const founded = await foundAuthority({ habits: { issuanceTime: 10 * MINUTE, pollWaits: [] } });
    const placed = await founded.counter.place(await requestFor({ names: ["example.com"] }));
    publishAll(founded, placed);
    expect((await founded.counter.check(placed.order.ref)).stage).toBe("producing");
    founded.clock.advance(10 * MINUTE);
    expect((await founded.counter.check(placed.order.ref)).stage).toBe("active");
  });
});
