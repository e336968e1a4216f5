import type { Message } from "../script/index.ts";
import type { FileFacts } from "./host-facts.ts";

/** What the probe said of one running server. */
export type ServerReport = {
  readonly kind: "nginx" | "apache";
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly blocks: ReadonlyMap<string, Buffer>;
};

/** What the probe said, sorted. */
export type ProbeReport = {
  /** Whether it came to its end. */
  readonly isWhole: boolean;
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly os: string;
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

const FILE = /^(\S{10}\S?) (\d+) (\d+) (\S+) (.*)$/;

const readFile = (rest: string): readonly [string, FileFacts] | undefined => {
  const [, letters, uid, gid, sum, path] = FILE.exec(rest) ?? [];
  if (!letters || !path) return undefined;
  return [path, { mode: toOctal(letters), owner: `${uid}:${gid}`, sha256: sum === "-" ? undefined : sum }];
};

type Draft = { kind: ServerReport["kind"]; words: Map<string, string[]>; blocks: Map<string, Buffer> };

const push = (words: Map<string, string[]>, word: string, rest: string): void =>
  void words.set(word, [...(words.get(word) ?? []), rest]);

/** Sorts what the probe says: of the system first, and then of each server that it finds. */
export const collectReport = async (messages: AsyncIterable<Message>): Promise<ProbeReport> => {
  const words = new Map<string, string[]>();
  const servers: Draft[] = [];
  const fileFacts = new Map<string, FileFacts>();
  const realPaths = new Map<string, string>();
  let os = "";
  let last = "";
  for await (const message of messages) {
    const server = servers.at(-1);
    if (message.kind === "block") {
      if (server) server.blocks.set(message.title, message.bytes);
      else if (message.title === "os") os = message.bytes.toString("utf8");
      continue;
    }
    const { word, rest } = message;
    const file = word === "file" ? readFile(rest) : undefined;
    if (word === "nginx" || word === "apache") servers.push({ kind: word, words: new Map(), blocks: new Map() });
    else if (file) [last] = [file[0], fileFacts.set(...file)];
    else if (word === "real") realPaths.set(last, rest);
    else push(word === "probed" || !server ? words : server.words, word, rest);
  }
  return { isWhole: words.has("probed"), words, os, servers, fileFacts, realPaths };
};
