import { AssertionError } from "node:assert";
import { inspect } from "node:util";
import type { ErrorCode, Failure } from "@hostseal/core";
import { isFailure } from "@hostseal/core";
import type { Connection, RemoteShell, SshTarget, Transport } from "@hostseal/installer";
import type { Secret } from "@hostseal/pki";
import type { KeyPair } from "../installer/transport/make-key.ts";
import type { Sshd, SshdWish } from "../installer/transport/start-sshd.ts";

/** A driver, and real servers to log in to. */
export type TransportSubject = {
  readonly transport: Transport;
  /** Whether it can be given passwords and passphrases, and whether it knows post-quantum key exchange. */
  readonly can: { readonly secrets: boolean; readonly postQuantum: boolean };
  readonly keys: TransportKeys;
  /** Opens `keys.sealed`. */
  readonly passphrase: Secret;
  /** A server with these settings; one host key of each kind and all of the user's keys unless said otherwise. */
  readonly serve: (wish?: Partial<SshdWish>) => Promise<Sshd>;
  /** Stands before a server and closes as many connections as told, before a word was said. */
  readonly dropBefore: (sshd: Sshd, connections: number) => Promise<{ readonly port: number; accepted(): number }>;
  /** An agent with the user's ed25519 key. */
  readonly agent: () => Promise<string>;
  /** A file with these lines. */
  readonly file: (lines: readonly string[]) => Promise<string>;
  /** How to log in properly: with the ed25519 key, and all of the server's keys in known_hosts. */
  readonly target: (sshd: Sshd, wish?: Partial<SshTarget>) => Promise<SshTarget>;
};

export type TransportKeys = {
  readonly host: { readonly ed25519: KeyPair; readonly ecdsa: KeyPair; readonly rsa: KeyPair };
  readonly otherHost: KeyPair;
  readonly user: { readonly ed25519: KeyPair; readonly ecdsa: KeyPair; readonly rsa: KeyPair };
  readonly sealed: KeyPair;
  /** Authorised nowhere. */
  readonly stranger: KeyPair;
};

/** One promise of the Transport port. `run` rejects with an `AssertionError` when it is not kept. */
export type TransportCheck = {
  /** Completes the sentence "The transport …". */
  readonly name: string;
  /** Which drivers it is for; for all when it says nothing. */
  readonly needs?: (can: TransportSubject["can"]) => boolean;
  /** May answer with what was measured, in a line. */
  run(subject: TransportSubject): Promise<string | void>;
};

export const knownLine = (name: string, port: number, { publicLine }: KeyPair): string =>
  `[${name}]:${port} ${publicLine}`;

export const allLines = async (shell: RemoteShell): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const line of shell.lines) lines.push(line);
  return lines;
};

/** Runs a script in a shell of its own. */
export const runScript = async (
  connection: Connection,
  script: string,
): Promise<{ readonly lines: readonly string[]; readonly code: number | undefined; readonly errors: string }> => {
  const shell = await connection.shell();
  await shell.write(script);
  shell.end();
  const lines = await allLines(shell);
  return { lines, ...(await shell.over) };
};

/** Logs in, runs a script and leaves. */
export const visit = async (transport: Transport, target: SshTarget, script: string) => {
  await using connection = await transport.connect(target);
  return await runScript(connection, script);
};

/** The failure of an attempt to connect; its code must be this one. */
export const refusal = async (transport: Transport, target: SshTarget, code: ErrorCode): Promise<Failure> => {
  try {
    await using _connection = await transport.connect(target);
  } catch (thrown) {
    if (isFailure(thrown, code)) return thrown;
    throw new AssertionError({ message: `not refused with ${code} but with ${inspect(thrown)}` });
  }
  throw new AssertionError({ message: `connected, instead of being refused with ${code}` });
};

/** Traces of somebody who began to log in; sshd writes them with `LogLevel DEBUG1`. */
export const LOGIN_BEGUN = /userauth-request|Accepted \w+ for|Failed \w+ for/;
export const TRACING = "LogLevel DEBUG1";
