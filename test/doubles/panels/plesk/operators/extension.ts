import { runErrand } from "../extension/run-errand.ts";
import { ok, refused, tag, value } from "../packet/reply.ts";
import { anything } from "../packet/shape.ts";
import type { Operation } from "./operation.ts";

const ID = "hostseal";

/** `extension/call` hands the element below the extension's id to that extension, and its array back as elements. */
export const extensionOperations: Readonly<Record<string, Operation>> = {
  "extension/call": {
    shape: anything,
    run: async (request, premises, caller) => {
      const [extension] = request.children;
      const [errand] = extension?.children ?? [];
      if (extension?.name !== ID || premises.habits.lacksExtension)
        return [refused(1013, `Extension ${extension?.name ?? ""} is not installed.`)];
      if (!errand) return [refused(1023, "Nothing is to be done.")];
      const parameters = Object.fromEntries(errand.children.map(({ name, text }) => [name, text]));
      const brought = await runErrand(errand.name, parameters, { premises, caller });
      const content = Object.entries(brought).map(([name, text]) => value(name, text));
      return [ok(tag(ID, tag(errand.name, ...content)))];
    },
  },
};
