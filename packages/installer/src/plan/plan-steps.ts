import type { InstallStep } from "@hostseal/core";
import { unifiedDiff } from "../bytes/index.ts";
import { quote } from "../shell/index.ts";
import type { ServerCommands } from "../script/index.ts";
import type { PlannedFile } from "./host-plan.ts";
import type { ConfigChange, ConfigLink } from "./web-server-config.ts";

export type StepsWish = {
  readonly name: string;
  readonly files: readonly PlannedFile[];
  readonly links: readonly ConfigLink[];
  readonly edits: readonly ConfigChange[];
  readonly commands: ServerCommands;
};

const fileStep = ({ path, mode, owner, content }: PlannedFile): InstallStep => ({
  kind: "write-file",
  summary: `Write the ${content.kind === "key" ? "private key" : "certificate with its chain"} to ${path}`,
  detail: `mode ${mode}, owner ${owner}`,
});

const linkStep = ({ path, to }: ConfigLink): InstallStep => ({
  kind: "edit-config",
  summary: `Enable ${path}`,
  detail: `a link to ${to}`,
});

const TRIAL_STEP: InstallStep = {
  kind: "test",
  summary: "Load the pair in a throw-away server, since its own test does not load certificates",
};

const editStep = (edit: ConfigChange): InstallStep => ({
  kind: "edit-config",
  summary: `Change ${edit.path}`,
  detail: unifiedDiff(edit),
});

const reloadDetail = ({ reload }: ServerCommands): string =>
  reload.kind === "command" ? quote(reload.argv) : `SIG${reload.signal} to the master of ${reload.exe}`;

/** What will be done, in its order, for a person to read. */
export const planSteps = ({ name, files, links, edits, commands }: StepsWish): readonly InstallStep[] => {
  const written = files.filter((_, index) => index < files.length - edits.length);
  return [
    { kind: "test", summary: "Test the configuration as it is", detail: quote(commands.test) },
    ...written.map(fileStep),
    ...(commands.trial ? [TRIAL_STEP] : []),
    ...links.map(linkStep),
    ...edits.map(editStep),
    { kind: "test", summary: "Test the whole configuration with the changes", detail: quote(commands.test) },
    { kind: "reload", summary: `Reload gracefully and look at ${name} from outside`, detail: reloadDetail(commands) },
  ];
};
