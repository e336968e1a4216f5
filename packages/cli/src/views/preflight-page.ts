import { preflightProblems, render } from "@hostseal/core";
import type { PreflightFinding } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import { toMarkedLine } from "./events/line.ts";
import type { Line } from "./events/line.ts";
import { toNameText, withReadableNames } from "./names.ts";
import type { Paint } from "./paint.ts";

const moods: Readonly<Record<PreflightFinding["weight"], Line["mood"]>> = {
  passes: "good",
  warns: "wait",
  blocks: "bad",
};

const toLines = (finding: PreflightFinding, names: readonly DomainName[], paint: Paint): readonly string[] => {
  const { sentence, fix } = preflightProblems[finding.problem];
  const { evidence } = finding.parameters;
  const passed = finding.weight === "passes" && evidence !== undefined;
  const text = withReadableNames(passed ? `${evidence}` : render(sentence, finding.parameters), names);
  const first = `  ${toMarkedLine({ mood: moods[finding.weight], text }, paint)}`;
  return finding.weight === "passes" ? [first] : [first, `    ${render(fix, finding.parameters)}`];
};

/** What a look from outside found, name by name, each problem with its exact fix. */
export const toPreflightPage = (findings: readonly PreflightFinding[], paint: Paint): readonly string[] => {
  const names = [...new Set(findings.map(({ name }) => name))];
  const ofName = (name: DomainName): readonly string[] =>
    findings.filter((finding) => finding.name === name).flatMap((finding) => toLines(finding, names, paint));
  return names.flatMap((name) => [paint.bold(toNameText(name)), ofName(name)].flat());
};

/** The same for a program. */
export const toPreflightJson = (findings: readonly PreflightFinding[]) =>
  findings.map(({ name, weight, check, problem, parameters }) => ({
    name,
    weight,
    check,
    problem,
    sentence: render(preflightProblems[problem].sentence, parameters),
    fix: render(preflightProblems[problem].fix, parameters),
  }));
