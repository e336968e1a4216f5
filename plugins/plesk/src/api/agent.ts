import { type Failure, failure } from "@hostseal/core";
import type { Http, HttpAnswer } from "@hostseal/http";
import { askPanel, malformed, statusFailure } from "@hostseal/panel";
import type { Secret } from "@hostseal/pki";
import type { z } from "zod";
import type { Markup } from "./markup.ts";
import { elementsAt, readPacket, type Tree } from "./read-packet.ts";
import { type Result, toResult } from "./result.ts";
import { type Permission, toFailure } from "./translate.ts";

/** What came back for one packet. */
export type PacketAnswer = {
  /** The verdicts on the operations at `operator/operation`, at least one, in the order of the packet. */
  verdicts(operator: string, operation: string): readonly Result[];
  /** The same as contents; the first refusal is thrown, told with the permission that the operation needs. */
  contents(operator: string, operation: string, permission: Permission): readonly Tree[];
  /** A content in its documented shape. */
  read<Schema extends z.ZodType>(content: Tree, schema: Schema): z.output<Schema>;
};

/** The XML API: several operations travel in one packet, are done in their order, and have a verdict each. */
export type Agent = {
  /** How the host is named in failures. */
  readonly host: string;
  ask(operators: readonly Markup[], secrets?: readonly Secret[]): Promise<PacketAnswer>;
};

export type AgentSettings = { readonly host: string; readonly url: string; readonly credential: Secret };

/** Older ones are understood by every newer server. */
const PROTOCOL = "1.6.9.1";

const toPacket = (operators: readonly Markup[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><packet version="${PROTOCOL}">${operators.map(({ xml }) => xml).join("")}</packet>`;

const bodyOf = (answer: HttpAnswer, host: string): Tree => {
  const flawed = statusFailure(answer, host);
  if (flawed) throw flawed;
  const read = readPacket(answer.text);
  if ("because" in read) throw malformed(answer, host, read.because);
  return read.packet;
};

/** What is wrong with the whole packet: the credential, the protocol, or a word of it. */
const systemFailure = (host: string, packet: Tree): Failure | undefined => {
  const [system] = elementsAt(packet, ["system"]).flatMap((tree) => toResult(tree) ?? []);
  return system?.kind === "refused" ? toFailure(host, system, "administrator") : undefined;
};

const toAnswer = (host: string, answer: HttpAnswer): PacketAnswer => {
  const packet = bodyOf(answer, host);
  const flawed = systemFailure(host, packet);
  if (flawed) throw flawed;

  const verdicts: PacketAnswer["verdicts"] = (operator, operation) => {
    const results = elementsAt(packet, [operator, operation, "result"]).map(toResult);
    const known = results.filter((result) => result !== undefined);
    if (known.length > 0 && known.length === results.length) return known;
    throw malformed(answer, host, `no verdict on ${operator}/${operation}`);
  };

  return {
    verdicts,
    contents: (operator, operation, permission) =>
      verdicts(operator, operation).map((result) => {
        if (result.kind === "refused") throw toFailure(host, result, permission);
        return result.content;
      }),
    read: (content, schema) => {
      const parsed = schema.safeParse(content);
      if (parsed.success) return parsed.data;
      const field = parsed.error.issues[0]?.path.join(".");
      throw failure("host.malformed-answer", { host, because: `the field ${field} is not as documented` });
    },
  };
};

export const createAgent = (http: Http, { host, url, credential }: AgentSettings): Agent => ({
  host,
  ask: async (operators, secrets = []) =>
    toAnswer(
      host,
      await askPanel(http, host, {
        method: "POST",
        url: `${url}/enterprise/control/agent.php`,
        credential: { secret: credential, toHeaders: (key) => ({ KEY: key }) },
        headers: { Accept: "text/xml" },
        body: { kind: "text", type: "text/xml", text: toPacket(operators), secrets },
      }),
    ),
});
