import { failure, type HostExamination } from "@hostseal/core";
import { z } from "zod";
import type { CommandContext, Run } from "../../command-line/command-row.ts";
import { hostIdOf } from "../../composition/host-directory.ts";
import { EXIT } from "../../exit-codes.ts";
import { toCheckJson, toCheckPage } from "../../views/panels/check-page.ts";
import { openAdapters } from "../open-adapters.ts";
import { readOptions } from "../read-options.ts";

const optionsShape = { account: z.string().optional() };

export type CheckedPanel = { readonly panel: string; readonly account: string; readonly examination: HostExamination };

const isLacking = ({ examination }: CheckedPanel): boolean =>
  examination.findings.some(({ kind }) => kind === "permission-missing");

const checkAll = async (
  context: CommandContext,
  wanted: string | undefined,
  account: string | undefined,
): Promise<readonly CheckedPanel[]> => {
  const adapters = await openAdapters(context);
  const panels = Object.entries(adapters.config.panels).filter(([panel]) => wanted === undefined || panel === wanted);
  if (wanted !== undefined && panels.length === 0) throw failure("host.unknown", { host: wanted });
  return Promise.all(
    panels.map(async ([panel, { accounts }]) => {
      const chosen = account ?? accounts[0];
      if (chosen === undefined)
        throw failure("input.option", { option: "--account", because: `name an account of ${panel} to look with` });
      return { panel, account: chosen, examination: await adapters.host(hostIdOf(panel, chosen)).examine() };
    }),
  );
};

/** `hostseal panels check`: connects, names the version, and lists what is missing, each by its name at the vendor. */
export const panelsCheck: Run = async (context, given) => {
  const { account } = readOptions(optionsShape, given.options);
  const [wanted] = given.args as readonly [string?];
  const checked = await checkAll(context, wanted, account);
  return {
    exit: checked.some(isLacking) ? EXIT.blocked : EXIT.done,
    lines:
      checked.length === 0
        ? ["No panel is configured yet."]
        : checked.flatMap((one) => toCheckPage(one, context.paint)),
    json: checked.map(toCheckJson),
  };
};
