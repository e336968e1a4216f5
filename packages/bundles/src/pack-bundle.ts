import { createHash } from "node:crypto";
import type { Bundle } from "./read-bundle.ts";
import { packTar } from "./pack-tar.ts";
import { packZip } from "./pack-zip.ts";

/** An archive as a hosting company downloads it. */
export type Archive = { readonly file: string; readonly bytes: Uint8Array; readonly sha256: string };

/** Packs the files: the same files and version give the same bytes. */
export const packBundle = async ({ plan, files }: Bundle, version: string): Promise<Archive> => {
  const bytes = plan.format === "zip" ? await packZip(files) : await packTar(files);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file: `${plan.name}-${version}.${plan.format}`, bytes, sha256 };
};
