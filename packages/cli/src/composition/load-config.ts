import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { failure, reasonOf } from "@hostseal/core";
import type { z, ZodError } from "zod";
import type { Config } from "./config-schema.ts";
import { configSchema } from "./config-schema.ts";

export const CONFIG_FILE = "hostseal.json";

/** What zod finds, in words for somebody who wrote a file by hand; its own words where there are none of ours. */
const inWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "invalid_type")
    return issue.input === undefined ? "it is missing" : `it is no ${issue.expected.replace("record", "object")}`;
  if (issue.code === "too_small") return "it is empty or too small";
  if (issue.code === "unrecognized_keys") return `there is no setting ${issue.keys.join(", ")}`;
  return issue.code === "invalid_union" && "discriminator" in issue ? "there is no such choice" : undefined;
};

const problemsOf = (error: ZodError): string =>
  error.issues.map(({ path, message }) => `${path.map(String).join(".") || "the file"}: ${message}`).join("; ");

const readText = async (path: string): Promise<string> => {
  try {
    return await readFile(path, "utf8");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") throw failure("config.missing", { path });
    throw failure("config.invalid", { path, because: reasonOf(thrown) }, { cause: thrown });
  }
};

const parseJson = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw failure("config.invalid", { path, because: `it is not JSON (${reasonOf(thrown)})` }, { cause: thrown });
  }
};

/**
 * Reads `hostseal.json` of a data folder. Every problem is named in one failure: `config.missing`, or `config.invalid`
 * with each setting and what is wrong with it.
 */
export const loadConfig = async (home: string): Promise<Config> => {
  const path = join(home, CONFIG_FILE);
  const parsed = configSchema.safeParse(parseJson(await readText(path), path), { error: inWords });
  if (!parsed.success) throw failure("config.invalid", { path, because: problemsOf(parsed.error) });
  return parsed.data;
};
