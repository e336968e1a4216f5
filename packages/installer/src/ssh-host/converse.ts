import { failure } from "@hostseal/core";
import type { Reached } from "../apply/index.ts";
import type { Message } from "../script/index.ts";

/** Sends a request, with a payload when the host is ready for it, and returns all that is said. */
export const converse = async (
  { host, shells }: Reached,
  request: string,
  payload: Uint8Array = new Uint8Array(),
): Promise<readonly Message[]> => {
  const shell = await shells.take();
  await shell.write(request);
  const heard: Message[] = [];
  for await (const message of shell.messages) {
    if (message.kind === "word" && message.word === "ready") await shell.write(payload);
    heard.push(message);
  }
  const { code } = await shell.over;
  if (heard.length > 0) return heard;
  throw code === undefined
    ? failure("host.unreachable", { host, because: "the link broke before it answered" })
    : failure("host.malformed-answer", { host, because: "what its shell says is not what our script says" });
};
