import { asId, type SiteId } from "@hostseal/core";
import { fingerprint } from "@hostseal/pki";
import { expect, test } from "vitest";
import { createTestAuthority, type TestAuthority } from "../../contracts/host-test-authority.ts";
import { etcOf } from "./installing.ts";
import { localHost } from "./local-host.ts";
import { ownIpv6 } from "./own-ipv6.ts";
import { clock } from "./stage.ts";
import { startNginx } from "./start-nginx.ts";
import { served, visit } from "./visit.ts";

const server = (name: string, lines: readonly string[]): string =>
  `server {\n    server_name ${name};\n${lines.map((line) => `    ${line};\n`).join("")}    location / { return 200 "this is ${name}"; }\n}\n`;

const sitesOn = async (ipv6: string, { issue }: TestAuthority) => {
  const { certificate, chain, key } = await issue("six.example.com" as never);
  const pair = ["ssl_certificate tls/six.crt", "ssl_certificate_key tls/six.key"];
  return {
    "tls/six.crt": [certificate, ...chain].join(""),
    "tls/six.key": key.reveal(),
    "sites/00-default": server("_", ["listen {address}:80 default_server", `listen [${ipv6}]:80 default_server`]),
    "sites/10-six": server("six.example.com", [`listen [${ipv6}]:443 ssl`, ...pair]),
    "sites/20-both": server("both.example.com", ["listen {address}:80", `listen [${ipv6}]:80`]),
  };
};

const open = async () => {
  const ipv6 = await ownIpv6();
  const authority = await createTestAuthority(clock.now());
  const world = await startNginx(await sitesOn(ipv6.address, authority));
  const host = localHost(world, { addresses: [] });
  const install = async (name: string) => {
    const issued = await authority.issue(name as never);
    const { certificate, chain, key } = issued;
    const plan = await host.plan({ site: asId<SiteId>(name), certificate, chain });
    await host.apply(plan, { kind: "brought", pem: key });
    return { plan, sha256: fingerprint(certificate).sha256 };
  };
  return {
    world,
    host,
    install,
    six: ipv6.address,
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]();
      await ipv6[Symbol.asyncDispose]();
    },
  };
};

test("a site on IPv6 alone gets its certificate there, proven at that address", async () => {
  await using here = await open();
  const { plan, sha256 } = await here.install("six.example.com");
  expect(plan.endpoints).toEqual([{ address: here.six, port: 443 }]);
  expect(await served(here.six, "six.example.com")).toBe(sha256);
  await here.host.commit(plan.receipt);
});

test("a site on port 80 of both families is secured on both, and taken back on both", async () => {
  await using here = await open();
  const before = await etcOf(here.world);
  const { plan, sha256 } = await here.install("both.example.com");
  expect(plan.endpoints.map(({ address }) => address)).toEqual([here.world.address, here.six]);
  for (const address of [here.world.address, here.six]) {
    expect(await served(address, "both.example.com")).toBe(sha256);
    expect((await visit(address, "both.example.com", "http")).body).toBe("this is both.example.com");
  }
  await here.host.rollback(plan.receipt);
  expect(await etcOf(here.world)).toEqual(before);
  await expect.poll(async () => served(here.world.address, "both.example.com").catch(() => "closed")).toBe("closed");
});
