import { chooseMethod, examineName, failure, toMethodChoice } from "@hostseal/core";
import type { MethodChoice, PreflightFinding } from "@hostseal/core";
import { BRANDS, LEVELS } from "@hostseal/rules";
import type { Brand, DomainName, Level } from "@hostseal/rules";
import type { Run } from "../command-line/command-row.ts";
import { EXIT } from "../exit-codes.ts";
import { toMethodText } from "../views/methods.ts";
import { toNameText } from "../views/names.ts";
import { toPreflightJson, toPreflightPage } from "../views/preflight-page.ts";
import type { Outlook } from "./outlook.ts";
import { createOutlook } from "./outlook.ts";
import { readNames } from "./read-names.ts";
import { many, oneOf, readOptions } from "./read-options.ts";

const optionsShape = {
  method: oneOf(["dns-txt", "dns-cname", "file", "email"]).optional(),
  brand: oneOf(BRANDS).optional(),
  level: oneOf(LEVELS).default("dv"),
  resolver: many,
};

type Wish = { readonly method: string | undefined; readonly brand: Brand | undefined; readonly level: Level };

const choiceFor = async (name: DomainName, wish: Wish, { hosts, clock }: Outlook): Promise<MethodChoice> => {
  if (wish.method === undefined) return chooseMethod(name, { hosts, level: wish.level, now: clock.now() });
  const choice = toMethodChoice(wish.method, name, clock.now());
  if (choice === undefined)
    throw failure("input.option", { option: "--method", because: `${name} cannot use ${wish.method}` });
  return choice;
};

type Examined = {
  readonly name: DomainName;
  readonly choice: MethodChoice;
  readonly findings: readonly PreflightFinding[];
};

const examine = async (name: DomainName, wish: Wish, outlook: Outlook): Promise<Examined> => {
  const choice = await choiceFor(name, wish, outlook);
  const question = { name, choice, brand: wish.brand ?? outlook.brand, level: wish.level, now: outlook.clock.now() };
  return { name, choice, findings: await examineName(question, outlook.probe) };
};

/** `hostseal check`: what would be found wrong with names, before anybody pays. It needs nothing but a resolver. */
export const check: Run = async (context, given) => {
  const names = readNames(given.args[0] as readonly string[]);
  const { resolver, ...wish } = readOptions(optionsShape, given.options);
  const outlook = await createOutlook(context, resolver);
  const asked = { method: wish.method, brand: wish.brand, level: wish.level };
  const examined = await Promise.all(names.map((name) => examine(name, asked, outlook)));
  const findings = examined.flatMap((one) => one.findings);
  const isBlocked = findings.some(({ weight }) => weight === "blocks");
  const brand = wish.brand ?? outlook.brand;
  const plans = examined.map(({ name, choice }) => `${toNameText(name)} would be validated ${toMethodText(choice)}.`);
  return {
    exit: isBlocked ? EXIT.blocked : EXIT.done,
    lines: [
      ...toPreflightPage(findings, context.paint),
      "",
      ...plans,
      `Asked as for ${brand}, ${wish.level.toUpperCase()}.`,
    ],
    json: {
      type: "check",
      brand,
      level: wish.level,
      ready: !isBlocked,
      methods: examined.map(({ name, choice }) => ({ name, choice })),
      findings: toPreflightJson(findings),
    },
  };
};
