import type { Connection, RemoteShell, SshTarget, Transport } from "@hostseal/installer";

/** A driver that is right in everything but one promise. */
export type TransportLiar = {
  /** Completes the sentence "A transport that …". */
  readonly title: string;
  /** The check that must find it out, by name. */
  readonly foundBy: string;
  readonly spoil: (honest: Transport) => Transport;
};

/** Another target than the one that was asked for. */
export const retarget =
  (change: (target: SshTarget) => Promise<SshTarget> | SshTarget) =>
  (honest: Transport): Transport => ({
    connect: async (target, signal) => honest.connect(await change(target), signal),
  });

/** Another failure than the one that happened. */
export const retold =
  (retell: (thrown: unknown) => unknown) =>
  (honest: Transport): Transport => ({
    connect: async (target, signal) =>
      honest.connect(target, signal).catch((thrown: unknown) => {
        throw retell(thrown);
      }),
  });

/** Connections whose shells are otherwise. */
export const reshelled =
  (change: (shell: RemoteShell, connection: Connection) => RemoteShell) =>
  (honest: Transport): Transport => ({
    connect: async (target, signal) => {
      const connection = await honest.connect(target, signal);
      return {
        async shell() {
          return change(await connection.shell(), connection);
        },
        [Symbol.asyncDispose]: async () => connection[Symbol.asyncDispose](),
      };
    },
  });
