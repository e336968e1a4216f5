import { z } from "zod";
import { contrastOf, isColour, LEAST_CONTRAST } from "./contrast.ts";
import { type Logo, readLogo } from "./logo.ts";

export type BrandForm = {
  readonly name: string;
  readonly sender: string;
  readonly supportEmail: string;
  readonly accent: string;
  readonly onAccent: string;
};

export type BrandVerdict =
  | { readonly kind: "good"; readonly brand: BrandForm; readonly logo?: Logo }
  | { readonly kind: "wrong-field" | "wrong-colour" | "wrong-logo" }
  | { readonly kind: "low-contrast"; readonly ratio: number };

const text = z.string().trim().catch("");

/** What was typed, whatever it is, so that it can be shown again. */
export const typedBrand = z.object({ name: text, sender: text, supportEmail: text, accent: text, onAccent: text });

const good = z.object({
  name: z.string().regex(/^[^\p{Cc}<>]{1,80}$/u),
  sender: z.email().max(254),
  supportEmail: z.email().max(254),
});

/** Whether a brand can be shown to everybody: complete, readable, and with a logo that is only a picture. */
export const judgeBrand = (brand: BrandForm, upload: Uint8Array | undefined): BrandVerdict => {
  if (!good.safeParse(brand).success) return { kind: "wrong-field" };
  if (!isColour(brand.accent) || !isColour(brand.onAccent)) return { kind: "wrong-colour" };
  const ratio = contrastOf(brand.accent, brand.onAccent);
  if (ratio < LEAST_CONTRAST) return { kind: "low-contrast", ratio };
  if (upload === undefined) return { kind: "good", brand };
  const logo = readLogo(upload);
  return logo === undefined ? { kind: "wrong-logo" } : { kind: "good", brand, logo };
};
