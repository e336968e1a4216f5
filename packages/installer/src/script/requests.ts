import { createHash } from "node:crypto";
import type { KeyType } from "@hostseal/pki";
import { requestText } from "./request-text.ts";
import type { RunningServer } from "./server-commands.ts";
import type { Change, Transaction } from "./transaction.ts";

export type ReportWish = {
  /** Only the server whose main file this is, where several run. */
  readonly config?: string;
};

/** Asks what there is; changes nothing. */
export const reportRequest = ({ config }: ReportWish): string =>
  requestText("report", config === undefined ? [] : [["config", config]]);

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const changeField = (change: Change): readonly string[] => {
  switch (change.kind) {
    case "folder":
      return ["folder", change.mode, change.path];
    case "link":
      return ["link", change.to, change.path];
    case "file": {
      const { mode, owner, before, source, path } = change;
      const content =
        source.kind === "kept"
          ? ["kept", source.reference, "-"]
          : ["sent", String(source.bytes.length), sha256(source.bytes)];
      return ["file", mode, owner, before, ...content, path];
    }
  }
};

const serverField = ({ kind, line }: RunningServer): readonly string[] => ["server", kind, line];

/** Asks for the changes. The bytes of `payloadOf` are sent when the host is ready, then a word at the gate. */
export const applyRequest = ({ id, state, patience, server, watched, key, changes }: Transaction): string =>
  requestText("apply", [
    ["state", state],
    ["id", id],
    ["patience", String(patience)],
    serverField(server),
    ...watched.map(({ path, sha256: digest }) => ["watch", digest, path]),
    ...(key ? [["key", key.reference, key.publicKeySha256]] : []),
    ...changes.map(changeField),
  ]);

/** The bytes that follow when the host is ready: of every file that is sent, in order. */
export const payloadOf = ({ changes }: Transaction): Uint8Array =>
  Buffer.concat(
    changes.flatMap((change) => (change.kind === "file" && change.source.kind === "sent" ? [change.source.bytes] : [])),
  );

/**
 * What to do with what earlier runs have left: end the one with this name by a word, or undo all that is unfinished.
 * `rollback` also takes back what was committed; `give-up` leaves that alone.
 */
export type Recovery =
  | { readonly kind: "end"; readonly id: string; readonly word: "commit" | "rollback" | "give-up" }
  | { readonly kind: "undo-unfinished" };

export type RecoverWish = { readonly state: string; readonly recovery: Recovery };

/** Asks to end a run which another connection began, or which was killed; it may be asked any number of times. */
export const recoverRequest = ({ state, recovery }: RecoverWish): string =>
  recovery.kind === "end"
    ? requestText("end", [
        ["state", state],
        ["id", recovery.id],
        ["word", recovery.word],
      ])
    : requestText("undo", [["state", state]]);

export type KeyWish = {
  readonly state: string;
  /** `key-` and 16 hex digits. */
  readonly reference: string;
  readonly keyType: KeyType;
  readonly names: readonly string[];
};

/** Asks for a new key, which stays there, and a signed request for the names. */
export const makeKeyRequest = ({ state, reference, keyType, names }: KeyWish): string =>
  requestText("make-key", [
    ["state", state],
    ["reference", reference],
    ["type", keyType],
    ...names.map((name) => ["name", name]),
  ]);

export type ForgetWish = { readonly state: string; readonly reference: string; readonly server: RunningServer };

/** Asks to remove a kept key, and copies of it in our own folder that nothing names. */
export const forgetKeyRequest = ({ state, reference, server }: ForgetWish): string =>
  requestText("forget-key", [["state", state], ["reference", reference], serverField(server)]);

/** A file below a document root, by its folders and its name. */
export type WellKnownFile = {
  readonly server: RunningServer;
  readonly root: string;
  readonly folders: readonly string[];
  readonly name: string;
};

const wellKnownFields = ({ server, root, folders, name }: WellKnownFile): readonly (readonly string[])[] => [
  serverField(server),
  ["root", root],
  ...[...folders, name].map((part) => ["part", part]),
];

/** Asks for a file of this many bytes, which are sent when the host is ready. */
export const publishRequest = (file: WellKnownFile, size: number): string =>
  requestText("publish", [...wellKnownFields(file), ["size", String(size)]]);

/** Asks to remove the file, and the folders to it that are empty then. */
export const withdrawRequest = (file: WellKnownFile): string => requestText("withdraw", wellKnownFields(file));
