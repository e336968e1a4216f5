import type { DnsEntry } from "./dns-entry.ts";
import { normalHost } from "./dns-entry.ts";
import type { ZoneAnswer } from "./look-up.ts";
import { lookUp } from "./look-up.ts";
import type { Sickness } from "./sickness.ts";
import type { Zone } from "./zone.ts";
import type { ZoneView } from "./zone-register.ts";

export type Rcode = "NOERROR" | "FORMERR" | "SERVFAIL" | "NXDOMAIN" | "NOTIMP" | "REFUSED";

export type ZoneQuestion = {
  readonly name: string;
  readonly type: string;
  /** RD: answer as a resolver would, across zones; otherwise as the name server of one zone. */
  readonly recursive: boolean;
  /** CD: signatures that do not verify are the asker's business. */
  readonly checkingDisabled: boolean;
};

export type Resolution = {
  readonly rcode: Rcode;
  readonly answers: readonly DnsEntry[];
  /** Whose SOA record belongs into the message: as the answer, or to say how long "nothing" holds (RFC 2308 §3). */
  readonly authority?: { readonly zone: Zone; readonly as: "answer" | "denial" };
  /** The zones the answer came from, in the order they were asked. */
  readonly zones: readonly Zone[];
};

const LONGEST_ALIAS_CHAIN = 8;

const symptomOf = (sickness: Sickness | undefined, question: ZoneQuestion): Rcode | "silent" | undefined => {
  switch (sickness?.kind) {
    case "servfail":
      return "SERVFAIL";
    case "silent":
      return "silent";
    case "caa-not-implemented":
      return question.type === "CAA" ? "NOTIMP" : undefined;
    case "lame":
      return question.recursive ? "SERVFAIL" : "REFUSED";
    case "bogus":
      return question.recursive && !question.checkingDisabled ? "SERVFAIL" : undefined;
    case "slow":
    case "stale":
    case undefined:
      return undefined;
  }
};

const conclude = (found: Exclude<ZoneAnswer, { kind: "alias" }>, zone: Zone): Omit<Resolution, "zones"> => {
  switch (found.kind) {
    case "entries":
      return { rcode: "NOERROR", answers: found.entries };
    case "start-of-authority":
      return { rcode: "NOERROR", answers: [], authority: { zone, as: "answer" } };
    case "no-entries":
      return { rcode: "NOERROR", answers: [], authority: { zone, as: "denial" } };
    case "no-such-name":
      return { rcode: "NXDOMAIN", answers: [], authority: { zone, as: "denial" } };
  }
};

/**
 * Answers a question from the zones of the world. A resolver follows aliases wherever they lead; a name server stops
 * where its zone ends. `silent` means that no answer is sent.
 */
export const resolve = (question: ZoneQuestion, view: ZoneView): Resolution | "silent" =>
  step({ question, view, aliases: [], zones: [] });

type Journey = {
  readonly question: ZoneQuestion;
  readonly view: ZoneView;
  readonly aliases: readonly DnsEntry[];
  readonly zones: readonly Zone[];
};

const step = (journey: Journey): Resolution | "silent" => {
  const { question, view, aliases } = journey;
  const host = normalHost(aliases.at(-1)?.value ?? question.name);
  const zone = view.zoneOf(host);
  const zones = zone ? [...journey.zones, zone] : journey.zones;
  const failed = (rcode: Rcode): Resolution => ({ rcode, answers: [], zones });
  if (zone === undefined) return failed("REFUSED");
  if (!question.recursive && zones[0]?.origin !== zone.origin)
    return { rcode: "NOERROR", answers: aliases, zones: journey.zones };
  if (aliases.length > LONGEST_ALIAS_CHAIN) return failed("SERVFAIL");
  const symptom = symptomOf(view.sicknessOf(zone), question);
  if (symptom === "silent") return "silent";
  if (symptom) return failed(symptom);
  const found = lookUp(zone, host, question.type);
  if (found.kind === "alias") return step({ ...journey, aliases: [...aliases, found.entry], zones });
  const conclusion = conclude(found, zone);
  return { ...conclusion, answers: [...aliases, ...conclusion.answers], zones };
};
