import { toText } from "../../bytes/byte-text.ts";

/** Files by their path as the server names them, in the order in which it reads them first. */
export type NginxFiles = ReadonlyMap<string, Buffer>;

export type Dump =
  | { readonly kind: "dump"; readonly root: string; readonly files: NginxFiles }
  /** The bytes do not begin as `nginx -T` does on its standard output. */
  | { readonly kind: "no-dump" };

const HEAD = "# configuration file ";
const LINE_FEED = 0x0a;
const COLON = 0x3a;

type Section = { readonly path: string; readonly head: number; readonly body: number };

/** The header line that begins at `head`, if it is one. */
const sectionAt = (bytes: Buffer, head: number): Section | undefined => {
  const end = bytes.indexOf(LINE_FEED, head);
  if (end === -1 || bytes[end - 1] !== COLON) return undefined;
  return { path: toText(bytes.subarray(head + HEAD.length, end - 1)), head, body: end + 1 };
};

/** Each file is printed once, so a header that names an earlier file is a comment inside of another. */
const sectionsOf = (bytes: Buffer): readonly Section[] => {
  const found = new Map<string, Section>();
  for (let head = bytes.indexOf(HEAD); head !== -1; head = bytes.indexOf(HEAD, head + 1)) {
    const section = head === 0 || bytes[head - 1] === LINE_FEED ? sectionAt(bytes, head) : undefined;
    if (section && !found.has(section.path)) found.set(section.path, section);
  }
  return [...found.values()];
};

/**
 * The files in what `nginx -T` wrote to its standard output, byte for byte: before each stands a line with its path,
 * behind each one line feed (src/core/nginx.c). A comment in a file that looks like such a line makes one file look
 * like two; `loadTree` notices, as no include leads to the second.
 */
export const parseDump = (bytes: Buffer): Dump => {
  const sections = sectionsOf(bytes);
  const [root] = sections;
  if (!root || root.head !== 0 || bytes.at(-1) !== LINE_FEED) return { kind: "no-dump" };
  const files = sections.map(({ path, body }, index): readonly [string, Buffer] => {
    const end = sections[index + 1]?.head ?? bytes.length;
    return [path, bytes.subarray(body, Math.max(body, end - 1))];
  });
  return { kind: "dump", root: root.path, files: new Map(files) };
};

/** What `nginx -T` would print for the files. */
export const printDump = (files: NginxFiles): Buffer =>
  Buffer.concat([...files].flatMap(([path, bytes]) => [Buffer.from(`${HEAD}${path}:\n`), bytes, Buffer.from("\n")]));
