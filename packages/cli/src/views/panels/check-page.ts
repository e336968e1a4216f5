import type { HostFinding } from "@hostseal/core";
import type { CheckedPanel } from "../../commands/panels/panels-check.ts";
import { type Line, toMarkedLine } from "../events/line.ts";
import type { Paint } from "../paint.ts";

const moods: Readonly<Record<HostFinding["kind"], Line["mood"]>> = {
  "permission-missing": "bad",
  rival: "wait",
  unsupported: "wait",
};
const labels: Readonly<Record<HostFinding["kind"], string>> = {
  "permission-missing": "Missing permission: ",
  rival: "",
  unsupported: "",
};

const toLines = ({ kind, what, fix }: HostFinding, paint: Paint): readonly string[] => [
  `  ${toMarkedLine({ mood: moods[kind], text: `${labels[kind]}${what}` }, paint)}`,
  `    ${fix}`,
];

/** What was found at a panel: the version, and what somebody should do. */
export const toCheckPage = ({ panel, account, examination }: CheckedPanel, paint: Paint): readonly string[] => {
  const { software, findings } = examination;
  const none = toMarkedLine({ mood: "good", text: "Nothing is missing" }, paint);
  return [
    paint.bold(`${panel}: ${software}, seen as ${account}`),
    ...(findings.length === 0 ? [`  ${none}`] : findings.flatMap((finding) => toLines(finding, paint))),
  ];
};

export const toCheckJson = ({ panel, account, examination }: CheckedPanel) => ({ panel, account, ...examination });
