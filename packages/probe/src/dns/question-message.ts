import type { DnsQuestion } from "@hostseal/core";
import { CHECKING_DISABLED, DNSSEC_OK, encode, RECURSION_DESIRED, type OptAnswer } from "dns-packet";

/** A question and how it is put. */
export type Asking = {
  readonly question: DnsQuestion;
  /** RD: a resolver is to find the answer, not only to say what it holds. */
  readonly recursion: boolean;
  /** CD: answer even if the signatures do not verify (RFC 4035 §3.2.2). */
  readonly unchecked?: boolean;
  /** Without EDNS, for servers that do not understand it (RFC 6891 §7). */
  readonly plain?: boolean;
};

/** Fits every path without fragments (DNS flag day 2020). */
const LARGEST_DATAGRAM = 1_232;

const EDNS: OptAnswer = {
  type: "OPT",
  name: ".",
  udpPayloadSize: LARGEST_DATAGRAM,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: DNSSEC_OK,
  flag_do: true,
  options: [],
};

/** The message to send. The name must be askable. */
export const toQuestionMessage = ({ question, recursion, unchecked, plain }: Asking, id: number): Buffer =>
  encode({
    type: "query",
    id,
    flags: (recursion ? RECURSION_DESIRED : 0) | (unchecked ? CHECKING_DISABLED : 0),
    questions: [{ type: question.type, name: question.name }],
    additionals: plain ? [] : [EDNS],
  });
