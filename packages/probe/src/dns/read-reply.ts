import type { DnsRecord } from "@hostseal/core";
import { EXTENDED_ERROR_OPTION, RESPONSE } from "./codes.ts";
import { type Cursor, isAtEnd, take16, takeWindow } from "./cursor.ts";
import { type Taken, takeRecord } from "./take-record.ts";

/** What a server said, nothing yet judged. */
export type Reply = {
  /** The response code with its extension by EDNS (RFC 6891 §6.1.3). */
  readonly code: number;
  /** AA: the server serves the zone. */
  readonly authoritative: boolean;
  /** TC: there is more over TCP; `answers` is empty then. */
  readonly truncated: boolean;
  /** AD: the server has verified the signatures. */
  readonly authentic: boolean;
  /** The answer section, as far as its types are read here. */
  readonly answers: readonly DnsRecord[];
  /** RFC 8914 §4. */
  readonly extendedErrors: readonly number[];
};

export type ReadReply =
  | { readonly kind: "reply"; readonly reply: Reply }
  /** Not a reply to what was asked: late, misdirected or forged. */
  | { readonly kind: "foreign" }
  | { readonly kind: "malformed" };

const HEADER_LENGTH = 12;
const FLAGS = { response: 0x8000, opcode: 0x7800, authoritative: 0x0400, truncated: 0x0200, authentic: 0x0020 };
const CODE = 0x000f;

/** The question of a message that holds one, the name in lower case: a server may answer in another case. */
const questionOf = (message: Buffer): string => {
  const end = message.indexOf(0, HEADER_LENGTH) + 1;
  const name = message.toString("latin1", HEADER_LENGTH, end).toLowerCase();
  return name + message.toString("latin1", end, end + 4);
};

/** Whether the reply repeats the question; one that reports an error may leave it out, as it may not have understood it. */
const repeatsQuestion = (bytes: Buffer, asked: Buffer): boolean => {
  const count = bytes.readUInt16BE(4);
  if (count === 0) return (bytes.readUInt16BE(2) & CODE) !== RESPONSE.noError && bytes.readUInt16BE(6) === 0;
  return count === 1 && questionOf(bytes) === questionOf(asked);
};

const answersTo = (bytes: Buffer, asked: Buffer): boolean => {
  if (bytes.length < HEADER_LENGTH || bytes.readUInt16BE(0) !== asked.readUInt16BE(0)) return false;
  const isResponse = (bytes.readUInt16BE(2) & (FLAGS.response | FLAGS.opcode)) === FLAGS.response;
  return isResponse && repeatsQuestion(bytes, asked);
};

const extendedErrorsIn = (options: Cursor): readonly number[] => {
  const errors: number[] = [];
  while (!isAtEnd(options)) {
    const code = take16(options);
    const content = takeWindow(options, take16(options));
    if (code === EXTENDED_ERROR_OPTION) errors.push(take16(content));
  }
  return errors;
};

const takeAll = (cursor: Cursor, count: number): readonly Taken[] =>
  Array.from({ length: count }, () => takeRecord(cursor));

const takeReply = (bytes: Buffer, questionLength: number): Reply => {
  const flags = bytes.readUInt16BE(2);
  const cursor = { message: bytes, end: bytes.length, at: HEADER_LENGTH + questionLength };
  const truncated = (flags & FLAGS.truncated) !== 0;
  const answers = truncated ? [] : takeAll(cursor, bytes.readUInt16BE(6));
  const others = truncated ? [] : takeAll(cursor, bytes.readUInt16BE(8) + bytes.readUInt16BE(10));
  const edns = others.find((taken) => taken.kind === "edns");
  return {
    code: ((edns?.extendedCode ?? 0) << 4) | (flags & CODE),
    authoritative: (flags & FLAGS.authoritative) !== 0,
    truncated,
    authentic: (flags & FLAGS.authentic) !== 0,
    answers: answers.flatMap((taken) => (taken.kind === "record" ? [taken.record] : [])),
    extendedErrors: edns ? extendedErrorsIn(edns.options) : [],
  };
};

/**
 * Reads what came back for a question, given as the message that was sent. Never throws and takes time linear in the
 * bytes. dns-packet is not asked: it takes length fields on trust and may read one record as part of another.
 */
export const readReply = (bytes: Buffer, asked: Buffer): ReadReply => {
  if (!answersTo(bytes, asked)) return { kind: "foreign" };
  const questionLength = bytes.readUInt16BE(4) === 0 ? 0 : questionOf(asked).length;
  try {
    return { kind: "reply", reply: takeReply(bytes, questionLength) };
  } catch (error) {
    if (error instanceof RangeError) return { kind: "malformed" };
    throw error;
  }
};
