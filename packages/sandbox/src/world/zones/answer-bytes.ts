import type { DecodedPacket, Packet } from "dns-packet";
import { decode, encode, TRUNCATED_RESPONSE } from "dns-packet";
import { answerQuery } from "./answer-query.ts";
import type { ZoneView } from "./zone-register.ts";

export type Transport = "udp" | "tcp";

/** A message ready to be sent, and how long to wait before. */
export type ByteReply = { readonly bytes: Buffer; readonly milliseconds: number };

/** Without EDNS a UDP message has at most 512 bytes (RFC 1035 §4.2.1). */
const PLAIN_UDP_SIZE = 512;
/** No UDP asker is sent more than this, whatever it offers (RFC 6891 §6.2.5). */
const LARGEST_UDP_SIZE = 4_096;
/** The length field in front of a message over TCP has two bytes (RFC 1035 §4.2.2). */
const LARGEST_TCP_SIZE = 65_535;

const sizeFor = (query: DecodedPacket, transport: Transport): number => {
  if (transport === "tcp") return LARGEST_TCP_SIZE;
  const offered = query.additionals?.find((record) => record.type === "OPT")?.udpPayloadSize ?? PLAIN_UDP_SIZE;
  return Math.min(Math.max(offered, PLAIN_UDP_SIZE), LARGEST_UDP_SIZE);
};

/** The message, or its head with the TC bit when it does not fit (RFC 2181 §9). */
const encodeWithin = (message: Packet, size: number): Buffer => {
  const whole = encode(message);
  if (whole.length <= size) return whole;
  return encode({ ...message, flags: (message.flags ?? 0) | TRUNCATED_RESPONSE, answers: [], authorities: [] });
};

/** Answers one message. Nothing comes back for a silent zone, and for bytes that are no query or cannot be echoed. */
export const answerBytes = (bytes: Buffer, view: ZoneView, transport: Transport): ByteReply | undefined => {
  try {
    const query = decode(bytes);
    const reply = query.type === "query" ? answerQuery(query, view) : undefined;
    if (!reply) return undefined;
    return { bytes: encodeWithin(reply.message, sizeFor(query, transport)), milliseconds: reply.milliseconds };
  } catch {
    return undefined;
  }
};
