import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";

const run = promisify(execFile);
const IP = "/usr/sbin/ip";

/** An IPv6 address of this machine alone (RFC 4193) on which nobody listens, for as long as it is used. */
export const ownIpv6 = async (): Promise<AsyncDisposable & { readonly address: string }> => {
  const groups = randomBytes(6).toString("hex").match(/.{4}/g) ?? [];
  const address = new URL(`http://[fd5e:${groups.join(":")}::1]`).hostname.slice(1, -1);
  await run(IP, ["-6", "address", "add", `${address}/128`, "dev", "lo", "nodad"]);
  return {
    address,
    [Symbol.asyncDispose]: async () => void (await run(IP, ["-6", "address", "delete", `${address}/128`, "dev", "lo"])),
  };
};
