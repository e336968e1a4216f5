import { failure } from "@hostseal/core";
import { newMarker, openRootShell, type Reached } from "../apply/index.ts";
import { type Message, readMessages } from "../script/index.ts";

/** Sends a small script, with a payload when it says that it is ready, and returns all that it says. */
export const converse = async (
  { host, connection, random }: Reached,
  write: (marker: string) => string,
  payload: Uint8Array = new Uint8Array(),
): Promise<readonly Message[]> => {
  const shell = await openRootShell(connection, host, random);
  const marker = newMarker(random);
  await shell.write(write(marker));
  const heard: Message[] = [];
  for await (const message of readMessages(shell.lines, marker)) {
    if (message.kind === "word" && message.word === "ready") await shell.write(payload);
    heard.push(message);
  }
  const { code } = await shell.over;
  if (heard.length > 0) return heard;
  throw code === undefined
    ? failure("host.unreachable", { host, because: "the link broke before it answered" })
    : failure("host.malformed-answer", { host, because: "what its shell says is not what our script says" });
};
