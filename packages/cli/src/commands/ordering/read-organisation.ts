import { failure } from "@hostseal/core";
import type { Organisation } from "@hostseal/core";
import { z } from "zod";
import { readTextFile } from "../read-text-file.ts";

const text = z.string().trim().min(1).max(200);

const organisation = z.strictObject({
  name: text,
  street: text,
  city: text,
  region: text,
  postcode: text,
  country: z.string().regex(/^[A-Z]{2}$/, "write two capital letters, such as DE"),
  phone: z.string().regex(/^\+\d[\d ]{5,20}$/, "write it as +49 30 1234567"),
  registrationNumber: text.exactOptional(),
});

const option = "--organisation";

const parseJson = (content: string, path: string): unknown => {
  try {
    return JSON.parse(content);
  } catch (thrown) {
    throw failure("input.option", { option: `${option} ${path}`, because: "it is not JSON" }, { cause: thrown });
  }
};

/** Reads who the certificate shall name. Fails with `input.option`, which names every field that is wrong. */
export const readOrganisation = async (path: string): Promise<Organisation> => {
  const parsed = organisation.safeParse(parseJson(await readTextFile(option, path), path));
  if (parsed.success) return parsed.data;
  const because = parsed.error.issues
    .map(({ path: at, message }) => `${at.join(".") || "file"}: ${message}`)
    .join("; ");
  throw failure("input.option", { option: `${option} ${path}`, because });
};
