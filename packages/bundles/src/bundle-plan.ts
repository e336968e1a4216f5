import { z } from "zod";

const path = z.string().regex(/^[\w@+-][\w.@+-]*(?:\/[\w@+.-]+)*$/);
const mode = z.string().regex(/^0[0-7]{3}$/);

/** `bundle.json` beside the files of a panel: how they are packed. */
export const bundlePlan = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What the panel installs; `wbm.gz` is Webmin's name for a compressed tar. */
  format: z.enum(["tar.gz", "zip", "wbm.gz"]),
  /** The folder that everything lies in; nothing when the files lie at the top. */
  root: path.exactOptional(),
  /** Modes other than 0644, by path. */
  modes: z.record(path, mode).default({}),
});

export type BundlePlan = z.output<typeof bundlePlan>;
