import { systemRandom } from "../composition/system-random.ts";
import { createSystemClock } from "../composition/system-clock.ts";
import type { CommandContext, Report, Run } from "../command-line/command-row.ts";
import { PANEL_DRIVERS } from "../composition/panels/panel-schema.ts";
import { openDemoHome } from "../demo/demo-home.ts";
import type { Finale } from "../demo/run-demo.ts";
import { runDemo } from "../demo/run-demo.ts";
import { openWeb } from "../demo/web/open-web.ts";
import { stayUp } from "../demo/stay-up.ts";
import { toCheckLines, toClosingTable } from "../demo/telling/closing-table.ts";
import { toSummary } from "../demo/telling/summary.ts";
import { startDemo } from "../demo/world/start-demo.ts";
import type { Demo } from "../demo/world/start-demo.ts";
import { EXIT } from "../exit-codes.ts";
import { flag, oneOf, readOptions, wholeNumber } from "./read-options.ts";

const LONGEST_LICENCE = 5;
const optionsShape = {
  once: flag,
  years: wholeNumber(1, LONGEST_LICENCE).optional(),
  panel: oneOf(PANEL_DRIVERS).optional(),
};

const isWell = ({ outcomes, checks = [] }: Finale): boolean =>
  outcomes.every(({ complaint }) => complaint === undefined) && checks.every(({ holds }) => holds);

const toReport = (finale: Finale, { clock }: Demo, { paint }: CommandContext): Report => {
  const { outcomes, checks = [] } = finale;
  return {
    exit: isWell(finale) ? EXIT.done : EXIT.unproven,
    lines: [...toClosingTable(outcomes, clock.now()), ...toCheckLines(checks, paint)],
    json: toSummary(outcomes, clock.now(), finale.checks),
  };
};

/** `hostseal demo`, which is `npm start`. */
export const demo: Run = async (context, given) => {
  const { once, years, panel } = readOptions(optionsShape, given.options);
  const named = typeof given.options["home"] === "string" ? given.options["home"] : undefined;
  await using home = await openDemoHome(named);
  await using world = await startDemo({
    home: home.path,
    start: createSystemClock().now(),
    random: systemRandom,
    withServer: years === undefined,
    ...(panel !== undefined && { panel }),
  });
  const finale = await runDemo(context, world, years);
  const report = toReport(finale, world, context);
  if (once || context.isJson) return report;
  for (const line of report.lines) context.terminal.print(line);
  await using web = await openWeb(world, context, panel ?? "plain");
  const order = finale.outcomes[0]?.order.id ?? "";
  await stayUp(context, { demo: world, order, panelUrl: web.panelUrl, trackUrl: web.trackUrl });
  return { ...report, lines: [] };
};
