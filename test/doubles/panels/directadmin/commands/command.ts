import type { Domain } from "../estate.ts";
import type { Caller } from "../login-keys.ts";
import type { Part } from "../multipart.ts";
import type { Premises } from "../premises.ts";

/** One call of a `CMD_API_*` command. */
export type CommandCall = {
  readonly premises: Premises;
  readonly caller: Caller;
  readonly method: string;
  /** Of the query and of the form. */
  readonly fields: Readonly<Record<string, string>>;
  readonly file?: Part;
};

/** What a command answers: data, or that it was done. */
export type CommandAnswer =
  | { readonly kind: "content"; readonly content: unknown }
  | { readonly kind: "done"; readonly text: string };

export type Command = (call: CommandCall) => CommandAnswer | Promise<CommandAnswer>;

/** A command that is not carried out, in the panel's words. */
export class CommandRefusal extends Error {
  override readonly name = "CommandRefusal";
  readonly details: string;

  constructor(text: string, details: string) {
    super(text);
    this.details = details;
  }
}

export const refuse = (text: string, details: string): CommandRefusal => new CommandRefusal(text, details);
export const content = (value: unknown): CommandAnswer => ({ kind: "content", content: value });
export const done = (text: string): CommandAnswer => ({ kind: "done", text });

/** The domain that a call is about; somebody else's is refused in words. */
export const domainOf = ({ premises, caller, fields }: CommandCall): Domain => {
  const domain = premises.estate.owned(caller.user, fields["domain"] ?? "");
  if (!domain) throw refuse("Invalid domain", "You do not own that domain");
  return domain;
};

export const unknownAction = ({ fields }: CommandCall): CommandRefusal =>
  refuse("Unknown action", `The action "${fields["action"] ?? ""}" is not known to this command`);
