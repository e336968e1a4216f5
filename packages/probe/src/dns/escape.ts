const escaped = (byte: number, special: string): string => {
  const character = String.fromCharCode(byte);
  if (special.includes(character)) return `\\${character}`;
  return byte >= 0x20 && byte < 0x7f ? character : `\\${String(byte).padStart(3, "0")}`;
};

/** Bytes as a zone file writes them (RFC 1035 §5.1): `\` before `\` and before the special characters, `\DDD` for the unprintable. */
export const toZoneCharacters = (bytes: Uint8Array, special: string): string =>
  Array.from(bytes, (byte) => escaped(byte, `${special}\\`)).join("");

/** The text behind the escapes, one character for each byte. */
export const fromZoneCharacters = (text: string): string =>
  text.replaceAll(/\\(\d{3}|[^\d])/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number(code)) : code,
  );
