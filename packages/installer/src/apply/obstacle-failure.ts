import { type Failure, failure } from "@hostseal/core";
import type { Applied, Ending, Obstacle } from "./outcome.ts";

type GivenUp = Extract<Applied, { kind: "given-up" }>;

const afterwards = (ending: Ending): string => {
  switch (ending.kind) {
    case "committed":
      return "";
    case "restored":
      return ending.kept.length > 0 ? `; ${ending.kept.join(", ")} changed meanwhile and were left as they are` : "";
    case "stuck":
      return `; ${ending.paths.join(", ")} could not be put back, which the next run tries again`;
    case "lost":
      return "";
  }
};

const inWords = (because: Exclude<Obstacle, { kind: "lost" | "changed" }>): string => {
  switch (because.kind) {
    case "busy":
      return `another installation (${because.id}) is at work there; try again when it is over`;
    case "unrecovered":
      return "an earlier installation that was interrupted could not be undone; look at the journal on the host";
    case "red":
      return `${because.when === "trial" ? "a server of its own does not start with the certificate" : "with the new files its own test fails"}: ${because.output.split("\n")[0] ?? ""}`;
    case "unwritable":
      return "its folder for journals cannot be written; look whether its disk is full";
    case "gone":
      return "the web server that was planned for does not run any more";
    case "key-gone":
      return "the key it keeps is gone, or does not belong to the certificate";
    case "forbidden":
      return `${because.path} may not be changed there: it is no configuration of the server, or not root's alone`;
    case "misread":
      return `its program does not understand ${because.field}`;
    case "unfilled":
      return "the new files did not arrive whole; look whether its disk is full";
    case "unmoved":
      return "the new files could not be put in their place";
    case "unloaded":
      return `it does not reload: ${because.output.split("\n")[0] ?? ""}`;
  }
};

/** Why an installation was given up, as a failure of the table. */
export const toObstacleFailure = (host: string, { because, ending }: GivenUp): Failure => {
  if (because.kind === "lost")
    return failure("host.unreachable", { host, because: "the link broke during the installation" });
  if (because.kind === "changed") return failure("host.plan-stale", { host }, { evidence: because.path });
  const evidence = "output" in because ? { evidence: because.output } : {};
  if (because.kind === "red" && because.when === "before")
    return failure("host.config-broken", { host, because: because.output.split("\n")[0] ?? "" }, evidence);
  return failure("host.refused", { host, because: `${inWords(because)}${afterwards(ending)}` }, evidence);
};
