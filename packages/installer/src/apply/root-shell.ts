import { failure, type Failure, type Random } from "@hostseal/core";
import { PROGRAM_PATH, programText, programVersion, type ProgramWish } from "../root-program/index.ts";
import { type Message, readMessages } from "../script/index.ts";
import type { RemoteShell } from "../transport/index.ts";
import { newMarker } from "./new-marker.ts";

/** The program on a host, running as root and waiting for a request. */
export type RootShell = Pick<RemoteShell, "write" | "end" | "over"> & {
  readonly messages: AsyncGenerator<Message>;
};

/** Nobody has said yet who it is that listens on the far side. */
export type MarkedShell = RootShell & { readonly host: string; readonly marker: string };

export const markShell = (shell: RemoteShell, host: string, random: Random): MarkedShell => {
  const marker = newMarker(random);
  return { ...shell, host, marker, messages: readMessages(shell.lines, marker) };
};

/** The next word that is said, with what follows it; nothing when the far side ends. */
export const nextWord = async ({
  messages,
}: RootShell): Promise<{ readonly word: string; readonly rest: string } | undefined> => {
  for (let next = await messages.next(); !next.done; next = await messages.next())
    if (next.value.kind === "word") return next.value;
  return undefined;
};

const anotherVersion = (host: string): Failure =>
  failure("host.refused", {
    host,
    because: `its ${PROGRAM_PATH} is that of another version of Hostseal; replace it with what "hostseal hosts program" prints`,
  });

/** The same when it is our program that said hello. Failure: `host.refused` for that of another version. */
export const checkVersion = (shell: MarkedShell, version: string, wish: ProgramWish = {}): RootShell => {
  if (version === programVersion(wish)) return shell;
  shell.end();
  throw anotherVersion(shell.host);
};

/** Waits for the program's hello. Nothing when the far side ends before; `host.refused` for that of another version. */
export const welcome = async (shell: MarkedShell, wish: ProgramWish = {}): Promise<RootShell | undefined> => {
  const hello = await nextWord(shell);
  if (hello?.word !== "hello") return undefined;
  return checkVersion(shell, hello.rest, wish);
};

/** Sends the program to a shell that is root. Nothing when that ends before the program says hello. */
export const sendProgram = async (shell: MarkedShell, wish: ProgramWish = {}): Promise<RootShell | undefined> => {
  await shell.write(programText(shell.marker, wish));
  return welcome(shell, wish);
};
