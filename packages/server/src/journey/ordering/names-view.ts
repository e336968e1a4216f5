import { FIRST_STEP, type StepView } from "../order/step-view.ts";
import type { Product, Site } from "@hostseal/core";
import { type DomainName, isWildcard, toUnicodeName } from "@hostseal/rules";
import type { WishForm } from "./wish-form.ts";

/** The first step: which names, which product, for how long. */
export type NamesView = {
  readonly names: readonly { readonly name: DomainName; readonly text: string; readonly isChosen: boolean }[];
  readonly products: readonly { readonly code: string; readonly title: string; readonly level: Product["level"] }[];
  /** Licence lengths on sale. */
  readonly years: readonly number[];
  /** What the fields hold. */
  readonly steps: readonly StepView[];
  readonly form: Omit<WishForm, "names">;
  /** Why what was sent could not be taken, with the fix. */
  readonly problem?: { readonly sentence: string; readonly fix: string };
};

/** The page as it opens: every name but wildcards, which need another product and a record in DNS. */
export const freshForm = ({ names }: Site, contact: string): WishForm => ({
  names: names.filter((name) => !isWildcard(name)),
  product: "",
  years: 1,
  contact,
  csr: "",
});

export const toNamesView = (
  { names }: Site,
  products: readonly Product[],
  { names: chosen, ...form }: WishForm,
): NamesView => ({
  names: names.map((name) => ({ name, text: toUnicodeName(name), isChosen: chosen.includes(name) })),
  products: products.map(({ code, title, level }) => ({ code, title, level })),
  years: [...new Set(products.flatMap(({ years }) => years))].toSorted((one, other) => one - other),
  steps: FIRST_STEP,
  form,
});
