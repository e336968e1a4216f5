import { failure } from "@hostseal/core";
import { z } from "zod";
import { flag } from "../read-options.ts";

/** The options with which a server is named. */
export const serverOptions = {
  host: z.string().optional(),
  serverConfig: z.string().regex(/^\//, "write a path that begins with /").optional(),
};

/** The options of `hostseal install` for one host. */
export const installOptions = {
  ...serverOptions,
  name: z.string().optional(),
  cert: z.string().optional(),
  key: z.string().optional(),
  chain: z.string().optional(),
  roots: z.string().optional(),
  dryRun: flag,
  redirect: flag,
  hsts: flag,
};

/** An option that has to be there. Fails with `input.option`. */
export const needed = (option: string, value: string | undefined): string => {
  if (value !== undefined) return value;
  throw failure("input.option", { option, because: "it is needed here" });
};
