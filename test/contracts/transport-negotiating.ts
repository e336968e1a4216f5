import { equal, match } from "node:assert/strict";
import type { TransportCheck } from "./transport-check.ts";
import { refusal, visit } from "./transport-check.ts";

const POST_QUANTUM = "KexAlgorithms sntrup761x25519-sha512@openssh.com";

/** Servers that take what we do not. */
export const transportNegotiating: readonly TransportCheck[] = [
  {
    name: "says what a server offers that takes ciphers of the past only",
    run: async ({ transport, serve, target }) => {
      const sshd = await serve({ settings: ["Ciphers aes128-cbc,3des-cbc"] });
      const failed = await refusal(transport, await target(sshd), "ssh.nothing-in-common");
      match(failed.message, /no cipher in common; it offers aes128-cbc, 3des-cbc\./);
    },
  },
  {
    name: "says of a server with post-quantum key exchange only that the system's ssh can do it",
    needs: ({ postQuantum }) => !postQuantum,
    run: async ({ transport, serve, target }) => {
      const failed = await refusal(
        transport,
        await target(await serve({ settings: [POST_QUANTUM] })),
        "ssh.nothing-in-common",
      );
      match(failed.message, /no key exchange in common; it offers post-quantum ones only \(sntrup761.*system's ssh/);
    },
  },
  {
    name: "logs in to a server with post-quantum key exchange only",
    needs: ({ postQuantum }) => postQuantum,
    run: async ({ transport, serve, target }) => {
      const sshd = await serve({ settings: [POST_QUANTUM] });
      equal((await visit(transport, await target(sshd), "exit 4\n")).code, 4);
    },
  },
  {
    name: "says what a server offers that takes SHA-1 only",
    run: async ({ transport, serve, target }) => {
      const settings = ["Ciphers aes128-cbc", "MACs hmac-sha1", "KexAlgorithms diffie-hellman-group14-sha1"];
      const failed = await refusal(transport, await target(await serve({ settings })), "ssh.nothing-in-common");
      match(failed.message, /offers .*(?:sha1|cbc)/);
    },
  },
];
