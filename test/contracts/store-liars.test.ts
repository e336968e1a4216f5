import { AssertionError } from "node:assert";
import { createMemoryStore } from "@hostseal/store";
import { expect, it } from "vitest";
import { storeClaimsContract, storeContract } from "./store-contract.ts";
import { storeLiars } from "./store-liars.ts";

it.each(storeLiars)("a store that $title is found out", async ({ foundBy, spoil }) => {
  let now = 1_000_000;
  const honest = createMemoryStore({ clock: { now: () => now } });
  const store = { ...honest, ...spoil(honest) };
  const check = [...storeContract, ...storeClaimsContract].find(({ name }) => name === foundBy);
  const verdict = check?.run({
    store,
    passTime: (milliseconds) => {
      now += milliseconds;
    },
  });
  await expect(verdict).rejects.toBeInstanceOf(AssertionError);
});
