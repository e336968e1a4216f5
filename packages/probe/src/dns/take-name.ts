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

/** A name in lower case without the final dot, the root as `.`. Pointers lead only backwards (RFC 1035 §4.1.4): no rings. */
export const takeName = (cursor: Cursor): string => {
  const labels: string[] = [];
  let [reading, lowest, length, jumps] = [cursor, cursor.at, 1, 0];
  for (;;) {
    const piece = takePiece(reading);
    if (piece.kind === "end") return labels.join(".") || ".";
    if (piece.kind === "label") {
      length += piece.bytes.length + 1;
      labels.push(toZoneCharacters(piece.bytes, ".").toLowerCase());
    } else {
      if (piece.target >= lowest) throw new RangeError("a name points forwards");
      jumps += 1;
      lowest = piece.target;
      reading = { message: cursor.message, end: cursor.message.length, at: piece.target };
    }
    if (length > LONGEST_NAME || jumps > MOST_JUMPS) throw new RangeError("a name is too long");
  }
};
