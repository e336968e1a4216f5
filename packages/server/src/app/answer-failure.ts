import { isFailure, reasonOf } from "@hostseal/core";
import type { ErrorRequestHandler, Request, Response } from "express";
import { ZodError } from "zod";
import { showPage } from "../pages/show-page.ts";
import type { Renderer } from "../pages/render-page.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { ServerWorld } from "../server-world.ts";
import type { Session } from "../sessions/session.ts";
import { failureInWords } from "../words/core-words.ts";
import type { Vocabulary } from "../words/vocabulary.ts";
import { vocabularyFor } from "../words/vocabulary-for.ts";
import { Refusal, type RefusalReason } from "./refusal.ts";

type Told = {
  readonly status: number;
  readonly sentence: string;
  readonly fix: string;
  /** Where a fresh start is made. */
  readonly start?: string;
};

/** Who stands at a closed door is shown the one that needs no panel. */
const FRESH_STARTS: ReadonlySet<RefusalReason> = new Set(["link-over", "signed-out"]);

/** What is told about something that was thrown; nothing for what should never be. */
const told = (thrown: unknown, { core, t }: Vocabulary): Told | undefined => {
  if (thrown instanceof Refusal) {
    const start = FRESH_STARTS.has(thrown.reason) ? { start: "/track" } : {};
    return { status: thrown.status, sentence: t(`refusal.${thrown.reason}`), fix: "", ...start };
  }
  if (isFailure(thrown)) return { status: thrown.row.status, ...failureInWords(core, thrown) };
  const isBadInput = thrown instanceof ZodError || (thrown instanceof Error && "status" in thrown);
  return isBadInput ? { status: 400, sentence: t("refusal.foreign-form"), fix: "" } : undefined;
};

const unexpected = (thrown: unknown, reference: string, words: Vocabulary, world: ServerWorld): Told => {
  const details = { reference, because: reasonOf(thrown), stack: thrown instanceof Error ? thrown.stack : undefined };
  world.log.emit({ level: "failure", event: "page.failed", details });
  return { status: 500, sentence: words.t("refusal.failed", { reference }), fix: "" };
};

type Parts = { readonly settings: ServerSettings; readonly world: ServerWorld; readonly renderer: Renderer };

/** One page for everything that goes wrong: a sentence with the fix, in the words of whoever reads it, and no stack. */
export const createAnswerFailure = ({ settings, world, renderer }: Parts): ErrorRequestHandler => {
  const answer = (thrown: unknown, request: Request, response: Response): void => {
    const session = response.locals["session"] as Session | undefined;
    const words = vocabularyFor(request, session?.viewer.locale);
    const reference = String(response.locals["requestId"]);
    const model = told(thrown, words) ?? unexpected(thrown, reference, words, world);
    const page = { template: "refusal", title: words.t("refusal.title"), model };
    const theme = session?.viewer.theme ?? "plain";
    response.status(model.status);
    showPage(response, renderer, { page, frame: { settings, words, theme, session } });
  };
  return (thrown, request, response, next) => {
    if (response.headersSent) return next(thrown);
    answer(thrown, request, response);
  };
};
