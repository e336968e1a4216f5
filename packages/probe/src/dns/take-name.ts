import { type Cursor, take8, takeBytes } from "./cursor.ts";
import { toZoneCharacters } from "./escape.ts";

const LABEL_LIMIT = 0x40;
const POINTER = 0xc0;
/** Octets of a whole name, the final zero included (RFC 1035 §3.1). */
const LONGEST_NAME = 255;
/** More than any honest compression needs; it keeps a message full of pointers from costing seconds. */
const MOST_JUMPS = 32;

type Piece =
  | { readonly kind: "end" }
  | { readonly kind: "label"; readonly bytes: Buffer }
  | { readonly kind: "pointer"; readonly target: number };

const takePiece = (cursor: Cursor): Piece => {
  const size = take8(cursor);
  if (size === 0) return { kind: "end" };
  if (size >= POINTER) return { kind: "pointer", target: ((size - POINTER) << 8) | take8(cursor) };
  if (size >= LABEL_LIMIT) throw new RangeError("a label of unknown kind");
  return { kind: "label", bytes: takeBytes(cursor, size) };
};

/** A name in lower case without the final dot, the root as `.`. Rings of pointers end with the limits on jumps and length. */
export const takeName = (cursor: Cursor): string => {
  const labels: string[] = [];
  let [reading, length, jumps] = [cursor, 1, 0];
  for (;;) {
    const piece = takePiece(reading);
    if (piece.kind === "end") return labels.join(".") || ".";
    if (piece.kind === "label") {
      length += piece.bytes.length + 1;
      labels.push(toZoneCharacters(piece.bytes, ".").toLowerCase());
    } else {
      jumps += 1;
      reading = { message: cursor.message, end: cursor.message.length, at: piece.target };
    }
    if (length > LONGEST_NAME || jumps > MOST_JUMPS) throw new RangeError("a name is too long");
  }
};
