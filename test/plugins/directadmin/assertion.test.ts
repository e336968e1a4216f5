import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);
const SERVICE = fileURLToPath(new URL("../../../plugins/directadmin/panel/service", import.meta.url));
const VECTORS = new URL("../../../packages/sign-on/vectors.json", import.meta.url);

type Vector = { readonly name: string; readonly signer: string; readonly key: string } & {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly assertion: string;
};
const { signed } = JSON.parse(readFileSync(VECTORS, "utf8")) as { readonly signed: readonly Vector[] };

const SIGN = "print Hostseal::Assertion::sign(JSON::PP->new->utf8->decode($ARGV[0]), $ARGV[1])";
const sign = async (claims: unknown, key: string): Promise<string> =>
  (await run("perl", ["-I", SERVICE, "-MHostseal::Assertion", "-MJSON::PP", "-e", SIGN, JSON.stringify(claims), key]))
    .stdout;

it.each(signed.filter(({ signer }) => signer === "server"))(
  "the signer of the panel writes the vector byte for byte: $name",
  async ({ claims, key, assertion }) => {
    expect(await sign(claims, key)).toBe(assertion);
  },
);

it("the signer of the panel takes no key that is too short", async () => {
  await expect(sign({}, "c2hvcnQ")).rejects.toMatchObject({ stderr: expect.stringContaining("too short") });
});
