import { chmod, copyFile, readFile, writeFile } from "node:fs/promises";
import { failure, isFailure } from "@hostseal/core";
import type { SshTarget } from "@hostseal/installer";
import type { TransportLiar } from "./transport-liar.ts";
import { reshelled, retarget, retold } from "./transport-liar.ts";

const withLines = async (target: SshTarget, change: (text: string) => string): Promise<SshTarget> => {
  if (target.hostKeys.kind === "fingerprint") return target;
  const [file = ""] = target.hostKeys.files;
  await writeFile(`${file}.other`, change(await readFile(file, "utf8").catch(() => "")));
  return { ...target, hostKeys: { kind: "known-hosts", files: [`${file}.other`] } };
};

/** Drivers that break a promise of the port, each in its own way. */
export const transportLiars: readonly TransportLiar[] = [
  {
    title: "tries a wrong key twice",
    foundBy: "is not authorised with a wrong key, and tries it once",
    spoil: (honest) => ({
      connect: async (target, signal) =>
        honest.connect(target, signal).catch(async (thrown: unknown) => {
          if (isFailure(thrown, "host.unauthorised")) return honest.connect(target, signal);
          throw thrown;
        }),
    }),
  },
  {
    title: "uses a key whoever can read it",
    foundBy: "does not use a key that others can read",
    spoil: retarget(async (target) => {
      if (target.login.kind !== "key") return target;
      const path = `${target.login.path}.copy`;
      await copyFile(target.login.path, path);
      await chmod(path, 0o600);
      return { ...target, login: { ...target.login, path } };
    }),
  },
  {
    title: "takes a login that failed for a server that is down",
    foundBy: "names the jump host that it stops at",
    spoil: retold((thrown) =>
      isFailure(thrown, "host.unauthorised")
        ? failure("host.unreachable", { host: "outer", because: "it is" })
        : thrown,
    ),
  },
  {
    title: "goes past the jump hosts",
    foundBy: "names the jump host that it stops at",
    spoil: retarget((target) => ({ ...target, jumps: [] })),
  },
  {
    title: "does not know what is revoked",
    foundBy: "stops at a revoked key, trusted or not, and does not begin to log in",
    spoil: retarget(async (target) => withLines(target, (text) => text.replaceAll(/^@revoked.*$/gm, ""))),
  },
  {
    title: "takes a certificate authority for a host key",
    foundBy: "takes a certificate authority for no host key",
    spoil: retarget(async (target) => withLines(target, (text) => text.replaceAll("@cert-authority ", ""))),
  },
  {
    title: "accepts a changed key as a new one",
    foundBy: "stops at a changed key with both fingerprints, and does not begin to log in",
    spoil: retold((thrown) =>
      isFailure(thrown, "ssh.host-key-changed")
        ? failure("ssh.host-key-unknown", { host: "web1", fingerprint: String(thrown.parameters["seen"]) })
        : thrown,
    ),
  },
  {
    title: "tells another fingerprint than it saw",
    foundBy: "tells the fingerprint of a server it does not know, and does not begin to log in",
    spoil: retold((thrown) =>
      isFailure(thrown, "ssh.host-key-unknown")
        ? failure("ssh.host-key-unknown", { host: "web1", fingerprint: "SHA256:unknown" })
        : thrown,
    ),
  },
  {
    title: "keeps to itself what the server offers",
    foundBy: "says what a server offers that takes ciphers of the past only",
    spoil: retold((thrown) =>
      isFailure(thrown, "ssh.nothing-in-common")
        ? failure("ssh.nothing-in-common", { host: "web1", kind: "algorithm", offered: "something else" })
        : thrown,
    ),
  },
  {
    title: "takes a killed shell for one that is done",
    foundBy: "tells no exit code of a shell that was killed",
    spoil: reshelled((shell) => ({ ...shell, over: shell.over.then(({ code = 0, errors }) => ({ code, errors })) })),
  },
  {
    title: "takes a broken link for an end",
    foundBy: "tells no exit code when the link breaks in the middle, and goes on no more",
    spoil: reshelled((shell) => ({ ...shell, over: shell.over.then(({ code = 0, errors }) => ({ code, errors })) })),
  },
  {
    title: "counts as sent what it only keeps",
    foundBy: "sends big input whole, and counts it as sent only when there is room for it",
    spoil: reshelled((shell) => ({
      ...shell,
      write: async (bytes) => {
        shell.write(bytes).catch(() => undefined);
      },
    })),
  },
  {
    title: "reads ahead without bounds",
    foundBy: "holds a server back that says more than is read, and loses nothing",
    spoil: reshelled((shell) => {
      const all = Array.fromAsync(shell.lines);
      return {
        ...shell,
        lines: {
          async *[Symbol.asyncIterator]() {
            yield* await all;
          },
        },
      };
    }),
  },
  {
    title: "loses empty lines",
    foundBy: "gives lines, errors and the exit code",
    spoil: reshelled((shell) => ({
      ...shell,
      lines: {
        async *[Symbol.asyncIterator]() {
          for await (const line of shell.lines) if (line !== "") yield line;
        },
      },
    })),
  },
  {
    title: "gives up at the first drop",
    foundBy: "tries again when sshd dropped it before a word was said",
    spoil: (honest) => ({
      connect: async (target, signal) =>
        honest.connect(target, AbortSignal.any([AbortSignal.timeout(200), ...(signal ? [signal] : [])])),
    }),
  },
  {
    title: "tells the passphrase when it does not open the key",
    foundBy: "keeps passphrases and keys out of argument lists, environments, failures and its own shape",
    spoil: (honest) => ({
      connect: async (target, signal) =>
        honest.connect(target, signal).catch((thrown: unknown) => {
          const { login, host } = target;
          if (login.kind !== "key" || !login.passphrase) throw thrown;
          throw failure("host.unauthorised", { host }, { evidence: `not opened with ${login.passphrase.reveal()}` });
        }),
    }),
  },
  {
    title: "does not listen when it is told to stop",
    foundBy: "stops connecting when told, and leaves no connection behind",
    spoil: (honest) => ({ connect: async (target) => honest.connect(target) }),
  },
];
