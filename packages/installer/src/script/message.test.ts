import { assert, asyncProperty, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { type Message, readMessages } from "./message.ts";

async function* lines(...all: readonly string[]): AsyncGenerator<string> {
  yield* all;
}

const read = async (...all: readonly string[]): Promise<readonly Message[]> =>
  Array.fromAsync(readMessages(lines(...all), "mark"));

test("passes over what start files print, also in the middle of a block", async () => {
  const heard = await read(
    "Welcome!",
    "mark hello two words",
    "mark begin a b",
    "noise",
    "mark hex 4f 4b",
    "mark end",
    "mark-not x",
  );
  expect(heard).toEqual([
    { kind: "word", word: "hello", rest: "two words" },
    { kind: "block", title: "a b", bytes: Buffer.from("OK") },
  ]);
});

test("leaves out a block that never ends", async () => {
  expect(await read("mark begin a", "mark hex 4f")).toEqual([]);
});

test("gets any bytes as they were, in base64 and in hex", async () => {
  await assert(
    asyncProperty(uint8Array({ maxLength: 200 }), async (bytes) => {
      for (const coding of ["base64", "hex"] as const) {
        const text = Buffer.from(bytes)
          .toString(coding)
          .replaceAll(/.{1,20}/g, (part) => `mark ${coding} ${part}\n`);
        const [message] = await read("mark begin x", ...text.split("\n"), "mark end");
        expect(message).toEqual({ kind: "block", title: "x", bytes: Buffer.from(bytes) });
      }
    }),
  );
});
