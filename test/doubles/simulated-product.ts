import type { Product } from "@hostseal/core";
import { asId } from "@hostseal/core";

/** What the simulated issuer sells: up to three names, wildcards too, domain validation. */
export const simulatedProduct: Product = {
  code: "sim-dv",
  title: "Simulated DV",
  issuer: asId("simulated"),
  brand: "sandbox",
  level: "dv",
  wildcard: true,
  maxNames: 3,
  includesWwwTwin: false,
  years: [1, 2, 3, 4, 5],
  price: { perYear: { amount: 1000, currency: "EUR" }, perExtraNamePerYear: { amount: 500, currency: "EUR" } },
};

/** The same with the name of an organisation in it. */
export const simulatedOrganisationProduct: Product = {
  ...simulatedProduct,
  code: "sim-ov",
  title: "Simulated OV",
  level: "ov",
};
