import { collectReport, readHost, type ReadHost } from "../facts/index.ts";
import { reportRequest, type ReportWish } from "../script/index.ts";
import type { RootShell } from "./root-shell.ts";

export type Probed = ReadHost | { readonly kind: "lost" };

/** Looks at a host, and changes nothing. Unless it was lost, the shell takes another request. */
export const askForReport = async (shell: RootShell, wish: ReportWish): Promise<Probed> => {
  await shell.write(reportRequest(wish));
  const report = await collectReport(shell.messages);
  if (report.isWhole) return readHost(report);
  const { code } = await shell.over;
  return code === undefined ? { kind: "lost" } : readHost(report);
};

/** Looks at a host, and changes nothing. */
export const runProbe = async (shell: RootShell, wish: ReportWish): Promise<Probed> => {
  const probed = await askForReport(shell, wish);
  shell.end();
  return probed;
};
