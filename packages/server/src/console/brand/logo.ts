/** An uploaded picture that is what it says it is, and can do nothing but be looked at. */
export type Logo = { readonly type: "image/svg+xml" | "image/png"; readonly bytes: Uint8Array };

export const LARGEST_LOGO = 64 * 1024;

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_END = Buffer.from("IEND");

const isPng = (bytes: Uint8Array): boolean =>
  PNG_SIGNATURE.every((byte, at) => bytes[at] === byte) && Buffer.from(bytes.slice(-8, -4)).equals(PNG_END);

const ELEMENTS = new Set(
  "svg g path rect circle ellipse line polyline polygon title desc defs linearGradient radialGradient stop clipPath".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  (
    "xmlns viewBox width height x y x1 x2 y1 y2 cx cy r rx ry d points id fill stroke opacity transform version role " +
    "fill-rule fill-opacity clip-rule clip-path stroke-width stroke-linecap stroke-linejoin stroke-opacity offset " +
    "stop-color stop-opacity gradientUnits gradientTransform preserveAspectRatio aria-label"
  ).split(" "),
);

const TAG = /^<\/?([A-Za-z]+)((?:\s+[A-Za-z0-9:-]+\s*=\s*(?:"[^"<&]*"|'[^'<&]*'))*)\s*\/?>$/;
const ATTRIBUTE = /([A-Za-z0-9:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** References lead to a part of the same picture. */
const FOREIGN_VALUE = /url\(\s*(?!#)|[a-z]+script:|\/\/(?!www\.w3\.org\/)/i;
const DECLARATION = /^\s*<\?xml [^<>?]*\?>/;

const isPlainTag = (tag: string): boolean => {
  const [, element = "", attributes = ""] = TAG.exec(tag) ?? [];
  if (!ELEMENTS.has(element)) return false;
  return [...attributes.matchAll(ATTRIBUTE)].every(
    ([, name = "", double, single]) => ATTRIBUTES.has(name) && !FOREIGN_VALUE.test(double ?? single ?? ""),
  );
};

/** Shapes and colours alone: no script, no style, no reference to elsewhere, no entity, no comment. */
const isPlainSvg = (text: string): boolean => {
  const drawing = text.replace(DECLARATION, "").trim();
  const between = drawing.replaceAll(/<[^<>]*>/g, "");
  const tags = drawing.match(/<[^<>]*>/g) ?? [];
  return /^<svg[\s>]/.test(drawing) && drawing.endsWith("</svg>") && !/[<>&]/.test(between) && tags.every(isPlainTag);
};

const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The picture in an upload; nothing for anything else, whatever it calls itself. */
export const readLogo = (bytes: Uint8Array): Logo | undefined => {
  if (bytes.length > LARGEST_LOGO) return undefined;
  if (isPng(bytes)) return { type: "image/png", bytes };
  const text = utf8(bytes);
  return text !== undefined && isPlainSvg(text) ? { type: "image/svg+xml", bytes } : undefined;
};
