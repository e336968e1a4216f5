import { collectReport, readHost, type ReadHost } from "../facts/index.ts";
import { reportRequest, type ReportWish } from "../script/index.ts";
import type { RootShell } from "./root-shell.ts";

export type Probed = ReadHost | { readonly kind: "lost" };

/** Looks at a host, and changes nothing. */
export const runProbe = async (shell: RootShell, wish: ReportWish): Promise<Probed> => {
  await shell.write(reportRequest(wish));
  const report = await collectReport(shell.messages);
  const { code } = await shell.over;
  return code === undefined && !report.isWhole ? { kind: "lost" } : readHost(report);
};
