import type { Secret } from "@hostseal/pki";

/** A server to log in to. Nothing here is guessed: what ssh_config says is put in before. */
export type SshTarget = {
  /** The name people use for it; failures and reports name it. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly user: string;
  readonly login: Login;
  readonly hostKeys: HostKeyTrust;
  /** Logged in to first, the outermost first. */
  readonly jumps: readonly SshTarget[];
};

export type Login =
  | { readonly kind: "key"; readonly path: string; readonly passphrase?: Secret }
  /** The agent behind this socket. Its keys are used, never forwarded. */
  | { readonly kind: "agent"; readonly socket: string }
  | { readonly kind: "password"; readonly password: Secret };

/** How the server's host key is verified. There is no way not to. */
export type HostKeyTrust =
  /** Lines of known_hosts files, hashed ones too. */
  | { readonly kind: "known-hosts"; readonly files: readonly string[] }
  /** `SHA256:…` as OpenSSH prints it. */
  | { readonly kind: "fingerprint"; readonly sha256: string };

/**
 * Opens connections to servers. One connection serves everything that is done with a host in one go.
 *
 * Failures: `host.unreachable`, `host.unauthorised`, `ssh.host-key-unknown` (with the fingerprint to compare and
 * accept), `ssh.host-key-changed` (both fingerprints; a hard stop), `ssh.nothing-in-common` (which algorithms the
 * server offers). No key, password or passphrase is in any of them.
 */
export interface Transport {
  connect(target: SshTarget, signal?: AbortSignal): Promise<Connection>;
}

export interface Connection extends AsyncDisposable {
  /** Starts `exec /bin/sh -s` on the far side. Several may follow each other on one connection. */
  shell(): Promise<RemoteShell>;
}

/** A POSIX shell on the far side that reads its script, and then our words, from its standard input. */
export interface RemoteShell {
  /** Resolves when the bytes were handed to the network. */
  write(bytes: Uint8Array | string): Promise<void>;
  /** No more words: a script that waits for one takes this as "undo". */
  end(): void;
  /** Standard output, a line at a time, without line ends; ends when the far side closes it. */
  readonly lines: AsyncIterable<string>;
  /** When it is over. Without a code it was killed, or the link broke. */
  readonly over: Promise<{ readonly code: number | undefined; readonly errors: string }>;
}
