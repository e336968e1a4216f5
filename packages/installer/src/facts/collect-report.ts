import type { Message } from "../script/index.ts";
import type { FileFacts } from "./host-facts.ts";

/** What the probe said of one running server. */
export type ServerReport = {
  readonly kind: "nginx" | "apache";
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly blocks: ReadonlyMap<string, Buffer>;
  /** The certificates in the files that it names, by path. */
  readonly certificates: ReadonlyMap<string, string>;
};

/** What the probe said, sorted. */
export type ProbeReport = {
  /** Whether it came to its end. */
  readonly isWhole: boolean;
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly servers: readonly ServerReport[];
  readonly fileFacts: ReadonlyMap<string, FileFacts>;
  readonly realPaths: ReadonlyMap<string, string>;
};

const BITS = { r: 4, w: 2, x: 1, s: 1, t: 1 } as const;
const SPECIAL = [4, 2, 1] as const;

const bit = (letter: string): number => BITS[letter.toLowerCase() as keyof typeof BITS] ?? 0;
const isSpecial = (letter: string): boolean => /[sStT]/.test(letter);
const digitOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum + (/[ST]/.test(letter) ? 0 : bit(letter)), 0);

/** `-rw-r-----` as `0640`; whatever stands behind the ten characters, such as `+` for an ACL, says nothing of it. */
export const toOctal = (letters: string): string => {
  const groups = [letters.slice(1, 4), letters.slice(4, 7), letters.slice(7, 10)];
  const special = groups.reduce((sum, group, index) => sum + (isSpecial(group) ? (SPECIAL[index] ?? 0) : 0), 0);
  return `${special}${groups.map(digitOf).join("")}`;
};

/** As `ls -ldn` shows a file, and as `sha256sum` does. */
const LISTED = /^(\S{10}\S?) +\d+ +(\d+) +(\d+) +\d+ +\S+ +\S+ +\S+ (\/.*)$/;
const SUMMED = /^([0-9a-f]{64}) [ *](\/.*)$/;
const PEM_LINE = /^(\/.*):(.*)$/;

type Found = {
  readonly fileFacts: Map<string, FileFacts>;
  readonly realPaths: Map<string, string>;
  link: string;
};

const readRow = (row: string, { fileFacts }: Found): void => {
  const [, letters = "", uid, gid, listed] = LISTED.exec(row) ?? [];
  if (listed !== undefined)
    return void fileFacts.set(listed, { sha256: undefined, mode: toOctal(letters), owner: `${uid}:${gid}` });
  const [, sha256, summed = ""] = SUMMED.exec(row) ?? [];
  const facts = fileFacts.get(summed);
  if (facts) fileFacts.set(summed, { ...facts, sha256 });
};

/** Takes what the probe says of files, whichever server names them. */
const isOfFiles = ({ word, rest }: Extract<Message, { kind: "word" }>, found: Found): boolean => {
  switch (word) {
    case "row":
      readRow(rest, found);
      return true;
    case "link":
      found.link = rest;
      return true;
    case "real":
      found.realPaths.set(found.link, rest);
      return true;
    default:
      return false;
  }
};

type Draft = {
  kind: ServerReport["kind"];
  words: Map<string, string[]>;
  blocks: Map<string, Buffer>;
  certificates: Map<string, string>;
};

const push = (words: Map<string, string[]>, word: string, rest: string): void => {
  const said = words.get(word);
  if (said) said.push(rest);
  else words.set(word, [rest]);
};

const readPem = (rest: string, { certificates }: Draft): void => {
  const [, path = "", line = ""] = PEM_LINE.exec(rest) ?? [];
  certificates.set(path, `${certificates.get(path) ?? ""}${line}\n`);
};

/** Sorts what the probe says up to its end: of the system first, and then of each server that it finds. */
export const collectReport = async (messages: AsyncIterator<Message>): Promise<ProbeReport> => {
  const words = new Map<string, string[]>();
  const servers: Draft[] = [];
  const found: Found = { fileFacts: new Map(), realPaths: new Map(), link: "" };
  while (!words.has("probed")) {
    const { done, value: message } = await messages.next();
    if (done === true) break;
    const server = servers.at(-1);
    if (message.kind === "block") {
      server?.blocks.set(message.title, message.bytes);
      continue;
    }
    const { word, rest } = message;
    if (isOfFiles(message, found)) continue;
    if (word === "nginx" || word === "apache")
      servers.push({ kind: word, words: new Map(), blocks: new Map(), certificates: new Map() });
    else if (word === "pem" && server) readPem(rest, server);
    else push(word === "probed" || !server ? words : server.words, word, rest);
  }
  return { isWhole: words.has("probed"), words, servers, fileFacts: found.fileFacts, realPaths: found.realPaths };
};
