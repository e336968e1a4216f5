import type { Clock } from "@hostseal/core";
import type { Http, HttpAnswer, HttpCall } from "@hostseal/http";
import type { Secret } from "@hostseal/pki";
import type { z } from "zod";
import { lossFailure } from "../http/loss-failure.ts";
import { readJson } from "../http/read-json.ts";
import { malformed } from "../http/status-failure.ts";
import { refusalFailure } from "./refusal-failure.ts";
import { Meaningless } from "./translate.ts";

export type Connection = {
  readonly issuer: string;
  readonly url: string;
  readonly credential: Secret;
  readonly http: Http;
  readonly clock: Clock;
};

export type Ask = Pick<HttpCall, "method"> & {
  /** Sent as JSON. */
  readonly body?: object | undefined;
  /** Whether the request spends or creates: when its answer is lost, somebody must ask what became of it. */
  readonly spends?: boolean;
  /** Below the API's address, encoded where needed. */
  readonly path: string;
  readonly ref?: string;
  readonly key?: string;
};

/** Speaks the vendor's protocol: credential, idempotency key, errors; hands back what was asked for in our words. */
export type Client = {
  readonly ask: <Schema extends z.ZodType, Result>(
    ask: Ask,
    schema: Schema,
    translate: (wire: z.output<Schema>) => Result,
  ) => Promise<Result>;
  /** For requests whose success has no content. */
  readonly tell: (ask: Ask) => Promise<void>;
};

export const createClient = ({ issuer, url, credential, http, clock }: Connection): Client => {
  const send = async ({ method, path, body, spends = false, ref, key }: Ask): Promise<HttpAnswer> => {
    const answer = await http.send({
      method,
      url: `${url}${path}`,
      credential: { secret: credential, toHeaders: (revealed) => ({ Authorization: `Bearer ${revealed}` }) },
      ...(key !== undefined && { headers: { "Idempotency-Key": key } }),
      ...(body && { body: { kind: "json", value: body } }),
    });
    if (answer.kind === "lost") throw lossFailure(answer, { issuer, spends });
    const refusal = refusalFailure(answer, { issuer, spends, now: clock.now(), ...(ref !== undefined && { ref }) });
    if (refusal) throw refusal;
    return answer;
  };

  return {
    async ask(ask, schema, translate) {
      const answer = await send(ask);
      const wire = readJson(answer, schema, { issuer });
      try {
        return translate(wire);
      } catch (thrown) {
        if (thrown instanceof Meaningless) throw malformed(answer, { issuer }, thrown.message);
        throw thrown;
      }
    },
    async tell(ask) {
      await send(ask);
    },
  };
};
