import {
  type BaseBlock,
  BitString,
  BmpString,
  Constructed,
  fromBER,
  ObjectIdentifier,
  Sequence,
  UniversalString,
} from "asn1js";

/** One decoded ASN.1 value. */
export type Der = BaseBlock;

const DEEPEST = 32;
const MOST_NODES = 20_000;

/**
 * Whether definite lengths add up all the way down, and what holds values says so in its tag: the decoder lets the last
 * value run past the end of its container, and takes a SEQUENCE that calls itself primitive.
 */
const isExact = (node: Der): boolean => {
  if (node.lenBlock.isIndefiniteForm) return false;
  if (!(node instanceof Constructed)) return true;
  if (!node.idBlock.isConstructed) return false;
  const inner = node.valueBlock.value;
  const total = inner.reduce((sum, child) => sum + child.valueBeforeDecodeView.length, 0);
  return total === node.lenBlock.length && inner.every(isExact);
};

/** `bytes` as exactly one DER value; undefined when they are not, when bytes are left over, or when it nests too deep. */
export const readDer = (bytes: Uint8Array): Der | undefined => {
  try {
    const { offset, result } = fromBER(bytes, { maxDepth: DEEPEST, maxNodes: MOST_NODES, parseEmbedded: false });
    return offset === bytes.length && isExact(result) ? result : undefined;
  } catch {
    // The decoder answers most damage with an offset, but throws at a bad date.
    return undefined;
  }
};

/** The values inside a SEQUENCE, SET or constructed context tag; none for anything else. */
export const children = (node: Der | undefined): readonly Der[] =>
  node instanceof Constructed ? node.valueBlock.value : [];

/** The child reached by following positions down; undefined when a step is missing. */
export const at = (node: Der | undefined, ...path: readonly number[]): Der | undefined => {
  const [head, ...rest] = path;
  return head === undefined ? node : at(children(node)[head], ...rest);
};

/** Tag, length and content, byte for byte as they were read. */
export const rawBytes = (node: Der): Uint8Array => new Uint8Array(node.valueBeforeDecodeView);

/** The content alone, without tag and length. */
export const content = (node: Der): Uint8Array =>
  rawBytes(node).subarray(node.idBlock.blockLength + node.lenBlock.blockLength);

/** The values inside a SEQUENCE and nothing else: for places where another constructed type would be forged or damaged. */
export const sequence = (node: Der | undefined): readonly Der[] => (node instanceof Sequence ? children(node) : []);

/** The octets of a BIT STRING of whole octets; undefined for anything else. */
export const bits = (node: Der | undefined): Uint8Array | undefined =>
  node instanceof BitString && content(node)[0] === 0 ? content(node).subarray(1) : undefined;

/** The number of a context-specific tag such as `[2]`; undefined for universal tags. */
export const contextTag = (node: Der): number | undefined =>
  node.idBlock.tagClass === 3 ? node.idBlock.tagNumber : undefined;

/** The dotted form of an OBJECT IDENTIFIER. */
export const oid = (node: Der | undefined): string | undefined =>
  node instanceof ObjectIdentifier ? node.getValue() : undefined;

/** A directory string as text: BMPString and UniversalString by their own alphabets, the others as UTF-8. */
export const text = (node: Der): string =>
  node instanceof BmpString || node instanceof UniversalString
    ? node.getValue()
    : Buffer.from(content(node)).toString("utf8");
