/** A place in a message. Every `take` moves it on, and throws a RangeError rather than pass `end`. */
export type Cursor = { readonly message: Buffer; readonly end: number; at: number };

export const takeBytes = (cursor: Cursor, count: number): Buffer => {
  const next = cursor.at + count;
  if (next > cursor.end) throw new RangeError("the message ends too early");
  const bytes = cursor.message.subarray(cursor.at, next);
  cursor.at = next;
  return bytes;
};

export const take8 = (cursor: Cursor): number => takeBytes(cursor, 1).readUInt8();
export const take16 = (cursor: Cursor): number => takeBytes(cursor, 2).readUInt16BE();
export const take32 = (cursor: Cursor): number => takeBytes(cursor, 4).readUInt32BE();

/** The next `length` bytes as a place of their own, for what must not read past its own end. */
export const takeWindow = (cursor: Cursor, length: number): Cursor => {
  const at = cursor.at;
  takeBytes(cursor, length);
  return { message: cursor.message, end: at + length, at };
};

export const isAtEnd = ({ at, end }: Cursor): boolean => at === end;
