import { type Failure, failure } from "@hostseal/core";
import { z } from "zod";
import type { Agent, PacketAnswer } from "./agent.ts";
import { type Markup, leaf, node } from "./markup.ts";
import { elementsAt } from "./read-packet.ts";
import type { Result } from "./result.ts";
import { PERMISSIONS, toFailure } from "./translate.ts";

/** The extension's id, which is the name of its node in the XML API. */
const ID = "hostseal";

/** What our extension on the panel's server does (panel/plib/hooks/ApiRpc.php); it checks whose the site is itself. */
export type Errand =
  | "describe"
  | "look"
  | "zone-of"
  | "put-file"
  | "remove-file"
  | "make-key"
  | "forget-key"
  | "install-kept";

export type Parameters = Readonly<Record<string, string>>;

/** The operation, to go into a packet. */
export const toErrand = (errand: Errand, parameters: Parameters): Markup =>
  node(
    "extension",
    node("call", node(ID, node(errand, ...Object.entries(parameters).map(([name, value]) => leaf(name, value))))),
  );

const refusal = z.object({ refused: z.string().regex(/^[a-z-]{1,40}$/), because: z.string().default("") });

/** Why the extension refuses, completing "refused the installation: …". */
const REASONS: Readonly<Record<string, string>> = {
  "caller-refused": "whoever holds the secret key may not act for this account",
  "path-refused": "only files below /.well-known/ can be written",
  "file-refused": "the file could not be written",
  "key-unknown": "the private key is not there",
  "key-in-use": "a certificate still uses this key",
  "key-kind-unknown": "it cannot make a key of this kind",
};

type Told = { readonly host: string; readonly site: string };

const refusalFailure = ({ host, site }: Told, { refused, because }: z.output<typeof refusal>): Failure => {
  const evidence = { evidence: `${refused} ${because}`.trim() };
  if (refused === "site-unknown") return failure("host.site-unknown", { host, site }, evidence);
  if (refused === "account-unknown")
    return failure("host.refused", { host, because: "it has no such account" }, evidence);
  return failure("host.refused", { host, because: REASONS[refused] ?? `its extension says "${refused}"` }, evidence);
};

const IS_MISSING = /\b(?:extension|module)\b.*(?:not (?:installed|found|exist)|unknown|inactive|disabled)/is;

/** Plesk knows no such extension; its words, since the number is that of whatever is not found. */
export const isMissing = (result: Result): boolean => result.kind === "refused" && IS_MISSING.test(result.text);

const missingFailure = (host: string): Failure =>
  failure("host.permission-missing", { host, permission: PERMISSIONS.extension });

const contentOf = (told: Told, result: Result, errand: Errand) => {
  if (isMissing(result)) throw missingFailure(told.host);
  if (result.kind === "refused") throw toFailure(told.host, result, "administrator");
  return elementsAt(result.content, [ID, errand]);
};

/** What the errands of one kind brought back, in the order of the packet. */
export const errandsOf = <Schema extends z.ZodType>(
  answer: PacketAnswer,
  { errand, schema, ...told }: Told & { readonly errand: Errand; readonly schema: Schema },
): readonly z.output<Schema>[] => {
  const contents = answer.verdicts("extension", "call").flatMap((result) => contentOf(told, result, errand));
  return contents.map((content) => {
    const refused = refusal.safeParse(content);
    if (refused.success) throw refusalFailure(told, refused.data);
    return answer.read(content, schema);
  });
};

/** One errand in a packet of its own. */
export const runErrand = async <Schema extends z.ZodType>(
  agent: Agent,
  wish: { readonly errand: Errand; readonly site: string; readonly parameters: Parameters; readonly schema: Schema },
): Promise<z.output<Schema>> => {
  const { errand, site, parameters, schema } = wish;
  const answer = await agent.ask([toErrand(errand, parameters)]);
  const [brought] = errandsOf(answer, { errand, site, schema, host: agent.host });
  if (brought === undefined)
    throw failure("host.malformed-answer", { host: agent.host, because: `no answer to ${errand}` });
  return brought;
};
