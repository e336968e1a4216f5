import type { InstallStep } from "@hostseal/core";
import type { HostPlan } from "@hostseal/installer";

const detailLines = ({ detail }: InstallStep): readonly string[] =>
  detail === undefined
    ? []
    : detail
        .trimEnd()
        .split("\n")
        .map((line) => `     ${line}`.trimEnd());

const stepLines = (step: InstallStep, index: number): readonly string[] => [
  `${`${index + 1}.`.padStart(3)} ${step.summary}`,
  ...detailLines(step),
];

/** Everything that an installation would do, step by step, with the changes as differences. */
export const toPlanPage = ({ steps, notes, affected, name }: HostPlan): readonly string[] => {
  const others = affected.filter((one) => one !== name);
  return [
    ...steps.flatMap(stepLines),
    ...(others.length === 0 ? [] : ["", `The same certificate will be served for ${others.join(", ")}.`]),
    ...notes.map((note) => `Note: ${note}`),
    "",
    "Nothing was changed.",
  ];
};

/** The same for a program. */
export const toPlanJson = (host: string, plan: HostPlan) => ({
  type: "plan",
  host,
  name: plan.name,
  because: plan.because,
  sha256: plan.sha256,
  steps: plan.steps,
  notes: plan.notes,
  affected: plan.affected,
  digest: plan.digest,
});
