import { createHash } from "node:crypto";
import type { Reached } from "../apply/index.ts";
import { proofTime } from "../prove/index.ts";

/** A validation file as an authority asks for it. */
export type ShownFile = {
  readonly addresses: readonly string[];
  readonly name: string;
  readonly path: string;
  readonly body: string;
};

/** `unknown`: nobody answers from where we look, which says nothing of where the authority does. */
export type SeenFile = "seen" | "otherwise" | "unknown";

const OK = 200;
const PAUSE = 50;

const concrete = (name: string): string => name.replace(/^\*\./, "");

const seenOn = async ({ look }: Reached, { name, path, body }: ShownFile, address: string): Promise<SeenFile> => {
  const wanted = createHash("sha256").update(body).digest("hex");
  const spot = { kind: "page", address, name: concrete(name), path } as const;
  const plain = await look({ ...spot, scheme: "http" });
  if (plain.kind !== "page") return "unknown";
  if (plain.status === OK && plain.body === wanted) return "seen";
  if (plain.status < 300 || plain.status >= 400) return "otherwise";
  const secure = await look({ ...spot, scheme: "https" });
  return secure.kind === "page" && secure.status === OK && secure.body === wanted ? "seen" : "otherwise";
};

/** Looks for the file over plain HTTP, and where that leads to HTTPS, there; one address on which it is not is enough. */
export const seeFile = async (reached: Reached, file: ShownFile): Promise<SeenFile> => {
  const all = await Promise.all(file.addresses.map(async (address) => seenOn(reached, file, address)));
  return all.find((one) => one === "otherwise") ?? all.find((one) => one === "seen") ?? "unknown";
};

/** Looks again and again until the file is there, since a reload takes a moment. */
export const awaitFile = async (reached: Reached, file: ShownFile, testTime: number): Promise<SeenFile> => {
  const { clock } = reached;
  const deadline = clock.now() + proofTime(testTime);
  let seen = await seeFile(reached, file);
  while (seen === "otherwise" && clock.now() < deadline) {
    await clock.until(clock.now() + PAUSE);
    seen = await seeFile(reached, file);
  }
  return seen;
};
