import express, { type Router } from "express";
import { vocabularyFor } from "../../words/vocabulary-for.ts";
import { askerOf, type Console, type Exchange, requireDeed, show } from "../console.ts";
import { type BrandForm, type BrandVerdict, judgeBrand, typedBrand } from "./brand-form.ts";
import { uploadOf } from "./read-upload.ts";

const COLOURS = { accent: "#0b6e4f", onAccent: "#ffffff" };

type Shown = { readonly form: BrandForm; readonly problem?: string; readonly isSaved: boolean };

const presentForm = ({ brands }: Console): BrandForm => {
  const { name, supportEmail, sender = supportEmail, accent, onAccent } = brands.current();
  return { name, supportEmail, sender, accent: accent ?? COLOURS.accent, onAccent: onAccent ?? COLOURS.onAccent };
};

const showBrand = (desk: Console, exchange: Exchange, model: Shown): void => {
  const title = vocabularyFor(exchange.request).t("console.brand");
  show(desk, exchange, { template: "console/brand", title, model });
};

const problemOf = (verdict: Exclude<BrandVerdict, { kind: "good" }>, { request }: Exchange): string => {
  const { t } = vocabularyFor(request);
  return verdict.kind === "low-contrast"
    ? t("brand.low-contrast", { ratio: Math.floor(verdict.ratio * 100) / 100 })
    : t(`brand.${verdict.kind}`);
};

const saveBrand = async (desk: Console, exchange: Exchange): Promise<void> => {
  requireDeed(exchange, "govern");
  const form = typedBrand.parse(exchange.request.body);
  const verdict = judgeBrand(form, uploadOf(exchange.response));
  if (verdict.kind !== "good") {
    exchange.response.status(422);
    return showBrand(desk, exchange, { form, problem: problemOf(verdict, exchange), isSaved: false });
  }
  await desk.brands.change(verdict.brand, verdict.logo, askerOf(exchange));
  showBrand(desk, exchange, { form: presentForm(desk), isSaved: true });
};

/** `/console/brand`: how the partner appears. */
export const createBrandPages = (desk: Console): Router =>
  express
    .Router()
    .get("/brand", (request, response) => {
      requireDeed({ request, response }, "govern");
      showBrand(desk, { request, response }, { form: presentForm(desk), isSaved: false });
    })
    .post("/brand", async (request, response) => saveBrand(desk, { request, response }));
