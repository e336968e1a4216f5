import { toReadable } from "../../bytes/byte-text.ts";
import { placeInWords } from "../tree/place-in-words.ts";
import { addressInWords } from "./address-set.ts";
import type { Entry } from "./name-index.ts";
import type { Choice, MatchRefusal, Reason, ServerAnswer } from "./server-answer.ts";

const nameInWords = ({ name }: Entry): string => {
  const text = `"${toReadable(name.text)}"`;
  switch (name.kind) {
    case "exact":
      return `by its name ${text}`;
    case "at-or-below":
    case "below":
      return `by the longest leading wildcard that fits, ${text}`;
    case "before":
      return `by the longest trailing wildcard that fits, ${text}`;
    case "regex":
      return `by the first regular expression that fits, ${text}`;
    case "unknown":
      return `by ${text}`;
  }
};

const reasonInWords = (reason: Reason): string => {
  if (reason.kind === "name") return nameInWords(reason.entry);
  return reason.isMarked ? "as the default server, since no name fits" : "as the first server, since no name fits";
};

const serverInWords = ({ server }: { readonly server: Choice["server"] }): string =>
  `the server at ${placeInWords(server.placed)}`;

/** The refusal as a sentence without its full stop. */
export const matchRefusalInWords = (refusal: MatchRefusal): string => {
  switch (refusal.kind) {
    case "name-contested":
      return `"${refusal.other.name.text}" is also a name of ${serverInWords(refusal.other)}, which nginx passes over in favour of ${serverInWords(refusal.choice)} on ${addressInWords(refusal.set)}; remove one of the two`;
    case "regex-unclear":
      return `the expression "${toReadable(refusal.entry.name.text)}" of ${serverInWords(refusal.entry)} may or may not fit, and we cannot evaluate it; add the name to the server that is meant`;
    case "hostname-unknown":
      return `${serverInWords(refusal.entry)} answers for the machine's own name, which is not known here`;
    case "differs-by-address":
      return `${refusal.choices.map((choice) => `${serverInWords(choice)} answers on ${addressInWords(choice.set)}`).join(", but ")}; say which address is meant`;
    case "listens-without-ssl":
      return `${serverInWords(refusal.choice)} listens on ${addressInWords(refusal.choice.set)} without "ssl" beside servers that have it, so that its names are shown another server's certificate; add "ssl" to its listen`;
    case "ssl-on":
      return `${serverInWords(refusal)} says "ssl on", which newer versions of nginx refuse; say "ssl" behind its listen instead`;
  }
};

/** How the answer came about, for a person: a sentence without its full stop. */
export const answerInWords = (answer: ServerAnswer): string => {
  switch (answer.kind) {
    case "served": {
      const where = answer.choices.map(({ set }) => addressInWords(set)).join(" and ");
      return `${serverInWords(answer)} answers on ${where} ${reasonInWords(answer.reason)}`;
    }
    case "not-served": {
      const { port, tls } = answer.query;
      const otherwise = answer.listensOtherwise ? `, only ${tls ? "plain HTTP" : "TLS"}` : "";
      return `no server listens for ${tls ? "TLS" : "plain HTTP"} on port ${port}${otherwise}`;
    }
    case "refused":
      return matchRefusalInWords(answer.because);
  }
};
