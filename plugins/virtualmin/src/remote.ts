import { failure } from "@hostseal/core";
import type { Http, HttpAnswer } from "@hostseal/http";
import { tryJson } from "@hostseal/http";
import { askPanel, malformed, statusFailure } from "@hostseal/panel";
import type { Secret } from "@hostseal/pki";
import type { z } from "zod";
import { toFailure } from "./to-failure.ts";
import { answer as answerShape, done, type Refusal } from "./wire.ts";

export type RemoteCall = {
  /** The panel's program, or one of the module's. */
  readonly program: string;
  /** Its flags without dashes; a flag that takes no value has an empty one. */
  readonly fields: Readonly<Record<string, string | Secret>>;
  /** The site it is about, for the failure that says it does not exist. */
  readonly site?: string;
};

/** The panel's `remote.cgi`: what it refuses, and what is no answer of it, becomes a failure of the `host.` family. */
export type Remote = {
  /** How the panel is named in failures. */
  readonly host: string;
  run<Shape extends z.ZodType>(call: RemoteCall, shape: Shape): Promise<z.output<Shape>>;
  /** Runs a program of the module, which prints one line of JSON. */
  runOwn<Shape extends z.ZodType>(call: RemoteCall, shape: Shape): Promise<z.output<Shape>>;
};

export type RemoteSettings = {
  readonly host: string;
  readonly url: string;
  readonly account: string;
  readonly login: string;
  readonly credential: Secret;
};

/** Webmin takes a name and a password from its own kind alone; others it shows a page to log in on. */
const AGENT = { "User-Agent": "Hostseal (for Webmin)" };

/** A master administrator is shown passwords: an answer that may hold some is evidence by its length alone. */
const quiet = (answer: HttpAnswer): HttpAnswer =>
  /passw|PRIVATE KEY/i.test(answer.text) ? { ...answer, text: `${answer.text.length} characters` } : answer;

/** A caller that may nothing is told so in plain text, whatever form was asked for. */
const plainRefusal = (text: string): Refusal | undefined =>
  text.startsWith("ERROR: ") ? { error: text.slice("ERROR: ".length).trim() } : undefined;

const ownLine = (output: string): unknown => tryJson(output.split("\n").find((line) => line.startsWith("{")) ?? "");

export const createRemote = (settings: RemoteSettings, http: Http): Remote => {
  const { host, account, credential } = settings;
  const basic = (password: string) => Buffer.from(`${settings.login}:${password}`).toString("base64");
  const toHeaders = (password: string) => ({ Authorization: `Basic ${basic(password)}` });

  const send = async ({ program, fields }: RemoteCall): Promise<HttpAnswer> => {
    const answer = await askPanel(http, host, {
      method: "POST",
      url: `${settings.url}/virtual-server/remote.cgi`,
      headers: AGENT,
      credential: { secret: credential, toHeaders },
      body: { kind: "form", fields: { program, ...fields, json: "minified", multiline: "" } },
    });
    const wrong = statusFailure(answer, host);
    if (wrong) throw wrong;
    return answer;
  };

  const refused = ({ program, site = "" }: RemoteCall, { redact }: HttpAnswer, { error, full_error }: Refusal) => {
    const refusal = { error: redact(error), ...(full_error !== undefined && { full_error: redact(full_error) }) };
    return toFailure({ host, account, site, program, refusal });
  };

  const run: Remote["run"] = async (call, shape) => {
    const answer = await send(call);
    const plain = plainRefusal(answer.text);
    if (plain) throw refused(call, answer, plain);
    const read = answerShape.safeParse(tryJson(answer.text));
    if (!read.success) throw malformed(quiet(answer), host, "it is not of its remote API");
    if (read.data.status !== "success") throw refused(call, answer, read.data);
    const content = shape.safeParse(read.data);
    if (content.success) return content.data;
    throw malformed(quiet(answer), host, `${call.program} answers with other fields than documented`);
  };

  const runOwn: Remote["runOwn"] = async (call, shape) => {
    const { output } = await run(call, done);
    const content = shape.safeParse(ownLine(output));
    if (content.success) return content.data;
    const because = `${call.program} answers with other fields than this version knows: update the module`;
    throw failure("host.malformed-answer", { host, because });
  };

  return { host, run, runOwn };
};
