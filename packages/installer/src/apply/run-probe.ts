import type { Random } from "@hostseal/core";
import { collectReport, readHost, type ReadHost } from "../facts/index.ts";
import { probeScript, type ProbeWish, readMessages } from "../script/index.ts";
import type { RemoteShell } from "../transport/index.ts";
import { newMarker } from "./new-marker.ts";

export type Probed = ReadHost | { readonly kind: "lost" };

/** Looks at a host through a shell of it, and changes nothing. */
export const runProbe = async (shell: RemoteShell, wish: ProbeWish, random: Random): Promise<Probed> => {
  const marker = newMarker(random);
  await shell.write(probeScript(wish, marker));
  const report = await collectReport(readMessages(shell.lines, marker));
  const { code } = await shell.over;
  return code === undefined && !report.isWhole ? { kind: "lost" } : readHost(report);
};
