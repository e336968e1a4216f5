import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageFault } from "../arguments.ts";
import type { Program } from "../program.ts";
import { printed, readCall } from "./reading.ts";

const PATH = /^\/\.well-known(?:\/[\w~-][\w.~-]*)+$/;
const BODY = /^base64:([A-Za-z0-9+/]*={0,2})$/;

const digestOf = async (file: string): Promise<string | null> => {
  const content = await readFile(file).catch(() => undefined);
  return content ? createHash("sha256").update(content).digest("hex") : null;
};

const write = async (file: string, body: Buffer): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, body);
};

/** Writes or removes a validation file as the owner of the site, and tells what is there afterwards. */
export const file: Program = {
  needs: "ssl",
  run: async (run) => {
    const { flags, place } = readCall(run, { valued: ["path", "body"], bare: ["remove"] });
    const path = flags.required("path");
    if (!PATH.test(path)) throw new UsageFault("hostseal: path-not-allowed: not below /.well-known/");
    const target = join(place.documentRoot, path);
    const [, encoded] = BODY.exec(flags.value("body") ?? "") ?? [];
    if (flags.has("remove")) await rm(target, { force: true });
    else if (encoded === undefined) throw new UsageFault("Missing --body parameter");
    else await write(target, Buffer.from(encoded, "base64"));
    return printed({ sha256: await digestOf(target) });
  },
};
