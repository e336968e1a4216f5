import { allRules, rulesAt, RULES_EDITION } from "@hostseal/rules";
import type { Row } from "@hostseal/rules";
import { z } from "zod";
import type { Run } from "../command-line/command-row.ts";
import { EXIT } from "../exit-codes.ts";
import { toRuleTable } from "../views/rule-table.ts";
import { readInstant } from "./read-instant.ts";
import { readOptions } from "./read-options.ts";

const isAbout = ({ id, title }: Row, text: string): boolean =>
  `${id} ${title}`.toLowerCase().includes(text.toLowerCase());

/** `hostseal rules` */
export const rules: Run = async (_context, given) => {
  const { at, about } = readOptions({ at: z.string().optional(), about: z.string().optional() }, given.options);
  const inForce = at === undefined ? allRules() : rulesAt(readInstant(at));
  const rows = about === undefined ? inForce : inForce.filter((row) => isAbout(row, about));
  return {
    exit: EXIT.done,
    lines: rows.length === 0 ? ["No rule is about that."] : [...toRuleTable(rows), "", `Edition ${RULES_EDITION}`],
    json: { edition: RULES_EDITION, rules: rows },
  };
};
