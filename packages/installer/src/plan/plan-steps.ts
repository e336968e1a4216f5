import type { InstallStep } from "@hostseal/core";
import { quote } from "../shell/index.ts";
import { diffOf, type FileChange } from "../nginx/index.ts";
import type { ServerCommands } from "../script/index.ts";
import type { PlannedFile } from "./host-plan.ts";

export type StepsWish = {
  readonly name: string;
  readonly files: readonly PlannedFile[];
  readonly edits: readonly FileChange[];
  readonly commands: ServerCommands;
};

const fileStep = ({ path, mode, owner, content }: PlannedFile): InstallStep => ({
  kind: "write-file",
  summary: `Write the ${content.kind === "key" ? "private key" : "certificate with its chain"} to ${path}`,
  detail: `mode ${mode}, owner ${owner}`,
});

const editStep = (edit: FileChange): InstallStep => ({
  kind: "edit-config",
  summary: `Change ${edit.path}`,
  detail: diffOf([edit]),
});

const reloadDetail = ({ reload }: ServerCommands): string =>
  reload.kind === "command" ? quote(reload.argv) : `SIG${reload.signal} to the master of ${reload.exe}`;

/** What will be done, in its order, for a person to read. */
export const planSteps = ({ name, files, edits, commands }: StepsWish): readonly InstallStep[] => {
  const edited = new Set(edits.map(({ path }) => path));
  return [
    { kind: "test", summary: "Test the configuration as it is", detail: quote(commands.test) },
    ...files.filter(({ path }) => !edited.has(path)).map(fileStep),
    ...edits.map(editStep),
    { kind: "test", summary: "Test the whole configuration with the changes", detail: quote(commands.test) },
    { kind: "reload", summary: `Reload gracefully and look at ${name} from outside`, detail: reloadDetail(commands) },
  ];
};
