import type { Response } from "express";
import type { CommandAnswer, CommandRefusal } from "./command.ts";

const entities = (text: string): string => text.replaceAll(/[&<>"'/]/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);

const pairs = (fields: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [name, entities(String(value))]),
  ).toString();

const inPairs = (content: unknown): string =>
  Array.isArray(content)
    ? content.map((each) => `list[]=${encodeURIComponent(String(each))}`).join("&")
    : pairs(content as Readonly<Record<string, unknown>>);

const sendPairs = (response: Response, text: string): void => void response.status(200).type("text/plain").send(text);

/** Data, or the word that it was done; as JSON when that was asked for. */
export const sendAnswer = (response: Response, answer: CommandAnswer, isJson: boolean): void => {
  if (answer.kind === "content") {
    if (isJson) response.json(answer.content);
    else sendPairs(response, inPairs(answer.content));
  } else if (isJson) response.json({ success: answer.text, result: "" });
  else sendPairs(response, pairs({ error: 0, text: answer.text, details: "" }));
};

/** A refusal is a success to HTTP when it is in pairs, and an error of the server when it is in JSON. */
export const sendRefusal = (response: Response, { message, details }: CommandRefusal, isJson: boolean): void => {
  if (isJson) response.status(500).json({ error: message, result: details });
  else sendPairs(response, pairs({ error: 1, text: message, details }));
};
