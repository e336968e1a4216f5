import { setTimeout as sleep } from "node:timers/promises";
import { createAccessDesk, type ApiScope, API_SCOPES, createPartnerBook, type NewKey } from "@hostseal/server";
import type { Stage } from "../stage.ts";

/** What an operation answered. */
export type Answered = { readonly status: number; readonly headers: Headers; readonly body: Record<string, unknown> };

export type Sent = {
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A program that asks the API with its key. */
export type Program = {
  readonly keyId: string;
  readonly get: (path: string) => Promise<Answered>;
  readonly post: (path: string, sent?: Sent) => Promise<Answered>;
  readonly remove: (path: string) => Promise<Answered>;
};

const readAnswer = async (response: Response): Promise<Answered> => {
  const text = await response.text();
  const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { status: response.status, headers: response.headers, body };
};

/** Asks as whoever shows this token; none is shown when it is empty. */
export const asking = (origin: string, token: string): Omit<Program, "keyId"> => {
  const send = async (method: string, path: string, { body, idempotencyKey, headers = {} }: Sent = {}) =>
    readAnswer(
      await fetch(`${origin}/api/v1${path}`, {
        method,
        headers: {
          ...(token !== "" && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  return {
    get: (path) => send("GET", path),
    post: (path, sent) => send("POST", path, sent),
    remove: (path) => send("DELETE", path),
  };
};

/** Who may come in at a stage. */
export const deskOf = ({ world, settings }: Stage) => {
  const book = createPartnerBook({ ...world, partner: settings.partner });
  return createAccessDesk({ ...world, book });
};

/** A program with a key of its own; with every scope unless told otherwise. */
export const programOf = async (stage: Stage, key: Partial<NewKey> = {}): Promise<Program> => {
  const scopes: readonly ApiScope[] = API_SCOPES;
  const by = { who: "the test", from: "127.0.0.1" };
  const { id, token } = await deskOf(stage).addKey({ title: "Test", scopes, ...key }, by);
  return { keyId: id, ...asking(stage.origin, token.reveal()) };
};

const A_MOMENT = 100;
const MOST_LOOKS = 200;

/** Asks for an order until it stands as wanted. */
export const whenStanding = async (program: Program, id: string, standing: string): Promise<Answered> => {
  for (let look = 1; ; look += 1) {
    const answered = await program.get(`/orders/${id}`);
    if (answered.body["standing"] === standing || look === MOST_LOOKS) return answered;
    await sleep(A_MOMENT);
  }
};
