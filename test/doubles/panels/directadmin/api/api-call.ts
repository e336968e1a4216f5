import type { Domain } from "../estate.ts";
import type { Caller } from "../login-keys.ts";
import type { Part } from "../multipart.ts";
import type { Premises } from "../premises.ts";

/** One call below `/api`. */
export type ApiCall = {
  readonly premises: Premises;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly file?: Part;
};

export type ApiAnswer =
  | { readonly kind: "json"; readonly content: unknown }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "nothing" };

export type ApiRoute = {
  readonly method: "get" | "put" | "post" | "delete";
  /** As express reads it. */
  readonly path: string;
  readonly run: (call: ApiCall) => ApiAnswer | Promise<ApiAnswer>;
  /** What the documents name; anything else is a bad request. */
  readonly queries?: readonly string[];
  /** Older editions do not know it. */
  readonly isRecent?: true;
};

/** A call that is not answered, with the status and the word of the documents. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, message = "") {
    super(message);
    this.status = status;
    this.type = type;
  }
}

export const notFound = (): ApiRefusal => new ApiRefusal(404, "NOT_FOUND");
export const badRequest = (message: string): ApiRefusal => new ApiRefusal(400, "BAD_REQUEST", message);
export const json = (content: unknown): ApiAnswer => ({ kind: "json", content });
export const NOTHING: ApiAnswer = { kind: "nothing" };

/** The domain that the path names; somebody else's is not there. */
export const domainIn = ({ premises, caller, params }: ApiCall): Domain => {
  const domain = premises.estate.owned(caller.user, params["domain"] ?? "");
  if (!domain) throw notFound();
  return domain;
};
