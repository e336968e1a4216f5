import { createHash } from "node:crypto";
import type { PartnerId } from "@hostseal/core";
import { z } from "zod";
import type { Brand } from "../server-settings.ts";
import type { Documents } from "./documents.ts";
import type { Asker, PartnerBook } from "./partner-book.ts";
import type { PartnerBrand } from "./partner-record.ts";

const keptLogo = z.object({ type: z.enum(["image/svg+xml", "image/png"]), digest: z.string(), base64: z.string() });

export type BrandLogo = { readonly type: "image/svg+xml" | "image/png"; readonly bytes: Uint8Array };

/** How the partner appears: what the owner has set in the console, and until then what the service was started with. */
export type BrandBook = {
  /** As it was when it was last read. */
  current(): Brand;
  /** What is added to the purchase price of each product, as it was then. */
  markups(): Readonly<Record<string, number>>;
  /** Reads it anew. */
  refresh(): Promise<void>;
  change(brand: Omit<PartnerBrand, "logo">, logo: BrandLogo | undefined, by: Asker): Promise<void>;
  /** The logo with this digest. */
  logo(digest: string): Promise<BrandLogo | undefined>;
};

export type BrandBookParts = {
  readonly documents: Documents;
  readonly partner: PartnerId;
  readonly book: PartnerBook;
  readonly fallback: Brand;
};

const DIGEST_LENGTH = 12;

const digestOf = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex").slice(0, DIGEST_LENGTH);

export const createBrandBook = ({ documents, partner, book, fallback }: BrandBookParts): BrandBook => {
  const logoName = `logo-${encodeURIComponent(partner)}`;
  let present = fallback;
  let prices: Readonly<Record<string, number>> = {};

  const keepLogo = async ({ type, bytes }: BrandLogo): Promise<string> => {
    const digest = digestOf(bytes);
    const document = { type, digest, base64: Buffer.from(bytes).toString("base64") };
    await documents.change(logoName, () => ({ document, result: undefined }));
    return digest;
  };

  const refresh = async (): Promise<void> => {
    const { brand, markups } = await book.read();
    prices = markups;
    if (brand === undefined) return void (present = fallback);
    const { logo, ...others } = brand;
    present = { ...others, ...(logo !== undefined && { logo }) };
  };

  return {
    current: () => present,
    markups: () => prices,
    refresh,
    change: async (brand, logo, by) => {
      const digest = logo && (await keepLogo(logo));
      await book.change({
        by,
        deed: "brand.changed",
        subject: brand.name,
        amend: (record) => {
          const kept = digest ?? record.brand?.logo;
          return {
            record: { ...record, brand: { ...brand, ...(kept !== undefined && { logo: kept }) } },
            result: undefined,
          };
        },
      });
      await refresh();
    },
    logo: async (digest) => {
      const kept = keptLogo.safeParse(await documents.read(logoName)).data;
      return kept?.digest === digest ? { type: kept.type, bytes: Buffer.from(kept.base64, "base64") } : undefined;
    },
  };
};
