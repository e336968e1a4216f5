import type { Negotiated } from "../nothing-in-common.ts";

/** What a server offers, as far as it has said. */
export type Offers = Map<Negotiated, readonly string[]>;

const LINE = /^Handshake: \(remote\) (KEX method|Host key format|[CS]->[CS] cipher|[CS]->[CS] MAC): (.*)$/;
const MISSING = /^Handshake failed: no matching (key exchange|host key format|[CS]->[CS] cipher|[CS]->[CS] MAC)/;

const KINDS: Readonly<Record<string, Negotiated>> = {
  "KEX method": "key exchange",
  "key exchange": "key exchange",
  "Host key format": "host key type",
  "host key format": "host key type",
  "C->S cipher": "cipher",
  "S->C cipher": "cipher",
  "C->S MAC": "message authentication",
  "S->C MAC": "message authentication",
};

/** Takes a line of ssh2's trace, and nothing from it but the algorithms of the other side. */
export const noteOffer = (offers: Offers, line: string): void => {
  const [, what = "", names = ""] = LINE.exec(line) ?? [];
  const kind = KINDS[what];
  if (kind !== undefined) offers.set(kind, names.split(","));
};

/** What ssh2 could not agree on; nothing when its error is about something else. */
export const missingIn = (message: string): Negotiated | undefined => {
  const [, what = ""] = MISSING.exec(message) ?? [];
  return KINDS[what] ?? (message.startsWith("Handshake failed: no matching") ? "compression" : undefined);
};
