import { expect, test } from "vitest";
import { type DnsServer, fromTable, startDnsServer } from "../../test/dns-server.ts";
import { IMPATIENT, LOOPBACK, probeOf } from "../../test/probe-of.ts";
import { startWebServer } from "../../test/tcp-server.ts";

const addressesOf = (name: string, ipv4: string, ipv6: string) =>
  fromTable({
    [`${name} A`]: [{ type: "A", name, ttl: 60, data: ipv4 }],
    [`${name} AAAA`]: [{ type: "AAAA", name, ttl: 60, data: ipv6 }],
  });

const resolverOf = ({ port }: DnsServer) => ({ resolvers: [{ address: LOOPBACK, port }] });

test("a fetch does not connect to private addresses that DNS gives, unless allowed", async () => {
  await using dns = await startDnsServer(addressesOf("shop.test", LOOPBACK, "::1"));
  await using web = await startWebServer((_, answer) => answer.end("internal"), "::");
  const settings = { ...resolverOf(dns), ports: { 80: web.port } };
  const strict = probeOf({ ...settings, allowPrivateAddresses: false });
  expect(await strict.http({ url: "http://shop.test/" })).toMatchObject({
    kind: "failed",
    because: "no-address",
    detail: "shop.test has only addresses that are not public: ::1, 127.0.0.1",
  });
  expect(await probeOf(settings).http({ url: "http://shop.test/" })).toMatchObject({
    body: "internal",
    address: "::1",
  });
});

test("addresses of the settings are the operator's word, and always allowed", async () => {
  await using web = await startWebServer((_, answer) => answer.end("pinned"));
  const addresses = { "*.shop.test": [LOOPBACK] };
  const probe = probeOf({ addresses, ports: { 80: web.port }, allowPrivateAddresses: false });
  expect(await probe.http({ url: "http://www.shop.test/" })).toMatchObject({ body: "pinned" });
  expect(await probe.http({ url: "http://a.www.shop.test/" })).toMatchObject({ because: "no-address" });
});

const detailOf = async (name: string, server: DnsServer): Promise<string | undefined> => {
  const observation = await probeOf({ ...resolverOf(server), timeouts: { question: IMPATIENT.question } }).http({
    url: `http://${name}/`,
  });
  return observation.kind === "failed" ? observation.detail : undefined;
};

test("a name without an address is told from one that does not exist and one that cannot be asked for", async () => {
  await using dns = await startDnsServer(fromTable({ "shop.test TXT": [] }));
  expect(await detailOf("shop.test", dns)).toBe("shop.test has no address");
  expect(await detailOf("gone.test", dns)).toBe("gone.test does not exist");
  await using silent = await startDnsServer(() => []);
  expect(await detailOf("shop.test", silent)).toBe(
    `shop.test cannot be resolved: timeout from ${LOOPBACK}:${silent.port}`,
  );
});
