import type { Answer, DecodedPacket, Packet } from "dns-packet";
import {
  AUTHENTIC_DATA,
  AUTHORITATIVE_ANSWER,
  CHECKING_DISABLED,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
} from "dns-packet";
import type { Rcode, Resolution } from "./resolve.ts";
import { resolve } from "./resolve.ts";
import { toAnswer, toStartOfAuthority } from "./to-answer.ts";
import type { ZoneView } from "./zone-register.ts";

/** A message to send back, and how long to wait before. */
export type Reply = { readonly message: Packet; readonly milliseconds: number };

const RCODE: Readonly<Record<Rcode, number>> = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
};

/** What a message says about itself beyond its flags; dns-packet decodes it without declaring it. */
const opcodeOf = (query: DecodedPacket): string => ("opcode" in query ? String(query.opcode) : "QUERY");

/** EDNS is answered with EDNS (RFC 6891 §6.1.1). */
const options = (query: DecodedPacket): Answer[] =>
  query.additionals?.some((record) => record.type === "OPT")
    ? [
        {
          type: "OPT",
          name: ".",
          udpPayloadSize: 1_232,
          extendedRcode: 0,
          ednsVersion: 0,
          flags: 0,
          flag_do: false,
          options: [],
        },
      ]
    : [];

const skeleton = (query: DecodedPacket, flags: number): Packet => ({
  type: "response",
  id: query.id,
  flags:
    flags | RECURSION_AVAILABLE | (query.flag_rd ? RECURSION_DESIRED : 0) | (query.flag_cd ? CHECKING_DISABLED : 0),
  questions: query.questions,
  additionals: options(query),
});

const refused = (query: DecodedPacket, rcode: Rcode): Reply => ({
  message: skeleton(query, RCODE[rcode]),
  milliseconds: 0,
});

const flagsOf = ({ rcode, zones }: Resolution, query: DecodedPacket, view: ZoneView): number => {
  const answered = rcode === "NOERROR" || rcode === "NXDOMAIN";
  const authentic = answered && query.flag_rd && !query.flag_cd && zones.every((zone) => view.isSigned(zone));
  return RCODE[rcode] | (answered ? AUTHORITATIVE_ANSWER : 0) | (authentic ? AUTHENTIC_DATA : 0);
};

/** The answer to one query, or nothing when the zone is silent. */
export const answerQuery = (query: DecodedPacket, view: ZoneView): Reply | undefined => {
  const [question] = query.questions ?? [];
  if (opcodeOf(query) !== "QUERY") return refused(query, "NOTIMP");
  if (question === undefined || query.questions?.length !== 1) return refused(query, "FORMERR");
  const resolution = resolve(
    { name: question.name, type: question.type, recursive: query.flag_rd, checkingDisabled: query.flag_cd },
    view,
  );
  if (resolution === "silent") return undefined;
  const { answers, authority, zones } = resolution;
  const slow = zones.map((zone) => view.sicknessOf(zone)).find((sickness) => sickness?.kind === "slow");
  const soa = authority ? [toStartOfAuthority(authority.zone)] : [];
  return {
    message: {
      ...skeleton(query, flagsOf(resolution, query, view)),
      answers: [...answers.map(toAnswer), ...(authority?.as === "answer" ? soa : [])],
      authorities: authority?.as === "denial" ? soa : [],
    },
    milliseconds: slow?.kind === "slow" ? slow.milliseconds : 0,
  };
};
