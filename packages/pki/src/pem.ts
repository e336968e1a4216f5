/** One armoured block of a text (RFC 7468). `der` is absent when the text between the markers is not base64. */
export type PemBlock = { readonly label: string; readonly der?: Uint8Array };

const MARKER = /-----(BEGIN|END) ([A-Z0-9 ]{1,40})-----/g;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const WIDTH = 64;

/** The bytes of a base64 text, whitespace ignored; undefined when it holds anything else. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  const packed = text.replaceAll(/\s+/g, "");
  return BASE64.test(packed) ? new Uint8Array(Buffer.from(packed, "base64")) : undefined;
};

/** Every block of `text`, in order, whatever stands between them. One pass: linear in the length of the text. */
export const pemBlocks = (text: string): readonly PemBlock[] => {
  const markers = [...text.matchAll(MARKER)];
  return markers.flatMap((begin, index) => {
    const end = markers[index + 1];
    if (begin[1] !== "BEGIN" || end?.[1] !== "END" || begin[2] !== end[2]) return [];
    const der = fromBase64(text.slice(begin.index + begin[0].length, end.index));
    return [{ label: begin[2] ?? "", ...(der && { der }) }];
  });
};

/** PEM with 64 columns and `\n`, as RFC 7468 §2 writes it. */
export const toPem = (label: string, der: Uint8Array): string => {
  const lines = Buffer.from(der)
    .toString("base64")
    .match(new RegExp(`.{1,${WIDTH}}`, "g"));
  return `-----BEGIN ${label}-----\n${(lines ?? []).join("\n")}\n-----END ${label}-----\n`;
};
