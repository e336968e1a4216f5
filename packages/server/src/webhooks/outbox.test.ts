import { asId, type PartnerId } from "@hostseal/core";
import { DAY, fromIso, HOUR, MINUTE, SECOND } from "@hostseal/rules";
import { beforeEach, describe, expect, it } from "vitest";
import { createMemoryDocuments } from "../partner/memory-documents.ts";
import { createOutbox, type Outbox } from "./outbox.ts";

const NOW = fromIso("2026-11-22");
const MESSAGE = { id: "msg_1", hook: "hook_1", body: "{}" };

describe("the outbox of webhooks", () => {
  let outbox: Outbox;
  beforeEach(async () => {
    outbox = createOutbox(createMemoryDocuments(), asId<PartnerId>("demo"));
    await outbox.enter([MESSAGE], NOW);
  });

  it("keeps a message until it is sent", async () => {
    expect(await outbox.due(NOW)).toMatchObject([MESSAGE]);
    await outbox.sent(MESSAGE.id);
    expect(await outbox.due(NOW)).toEqual([]);
  });

  it("tries again later and later, with the same id, and then gives up", async () => {
    let now = NOW;
    const pauses: number[] = [];
    while (await outbox.failed(MESSAGE.id, now)) {
      const from = now;
      while ((await outbox.due(now)).length === 0) now += 10 * SECOND;
      pauses.push(now - from);
      expect(await outbox.due(now)).toMatchObject([{ id: MESSAGE.id }]);
    }
    expect(pauses).toEqual([10 * SECOND, MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY]);
    expect(await outbox.due(NOW + 365 * DAY)).toEqual([]);
  });
});
