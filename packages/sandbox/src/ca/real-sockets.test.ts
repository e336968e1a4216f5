import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Artefact } from "@hostseal/core";
import { createProbe } from "@hostseal/probe";
import { describe, expect, it, onTestFinished } from "vitest";
import type { NameCase } from "./orders/order.ts";
import { currentGeneration } from "./orders/order.ts";
import { foundAuthority, requestFor, verdictsOf } from "./test/found-authority.ts";
import { createHandClock } from "./test/hand-clock.ts";
import { createSeededRandom } from "./test/seeded-random.ts";
import type { SmallZone } from "./test/serve-dns.ts";
import { serveDns } from "./test/serve-dns.ts";

const serveFiles = async (files: Map<string, string>): Promise<number> => {
  const server = createServer(({ headers, url }, response) => {
    const body = files.get(`http://${headers.host}${url}`);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
};

/** An authority that looks at a resolver and a web server on loopback through the probe every part of the product uses. */
const authorityOnLoopback = async () => {
  const zone: SmallZone = { records: new Map(), broken: new Set() };
  const files = new Map<string, string>();
  const resolver = await serveDns(zone);
  const probe = createProbe(
    {
      resolvers: [resolver],
      roots: [],
      addresses: { "example.com": ["127.0.0.1"] },
      ports: { 80: await serveFiles(files) },
      allowPrivateAddresses: true,
      perspectives: [{ name: "elsewhere", resolvers: [resolver] }],
    },
    { clock: createHandClock(0), random: createSeededRandom() },
  );
  const founded = await foundAuthority({ probe });
  return { ...founded, zone, files };
};

type Loopback = Awaited<ReturnType<typeof authorityOnLoopback>>;

const publish = ({ zone, files }: Loopback, artefact: Artefact): void => {
  if (artefact.kind === "dns-txt") {
    const record = { type: "TXT", name: artefact.host, ttl: 60 } as const;
    zone.records.set(`${artefact.host} TXT`, [
      { ...record, data: "unrelated" },
      { ...record, data: artefact.value },
    ]);
  }
  if (artefact.kind === "dns-cname") {
    const record = { type: "CNAME", name: artefact.host, data: artefact.target, ttl: 60 } as const;
    zone.records.set(`${artefact.host} CNAME`, [record]);
  }
  if (artefact.kind === "file") files.set(`http://${artefact.name}${artefact.path}`, artefact.body);
};

const permitting = (issuer: string, name = "example.com") =>
  [{ type: "CAA", name, ttl: 60, data: { flags: 0, tag: "issue", value: issuer } }] as const;

describe("over UDP and HTTP", () => {
  it.each(["dns-txt", "dns-cname", "file"] as const)("%s is found once it is published, not before", async (method) => {
    const loopback = await authorityOnLoopback();
    const { counter } = loopback;
    const { order } = await counter.place(await requestFor({ names: ["example.com"], by: { method } }));
    expect((await counter.check(order.ref)).stage).toBe("awaiting-control");
    for (const { artefact } of currentGeneration(order).cases) publish(loopback, artefact);
    expect((await counter.check(order.ref)).stage).toBe("active");
  });

  it("a failing resolver is told apart from a missing record", async () => {
    const { counter, zone } = await authorityOnLoopback();
    const { order } = await counter.place(await requestFor({ names: ["example.com"] }));
    expect(verdictsOf(await counter.check(order.ref))).toMatchObject([{ problem: "not-found" }]);
    const [first] = currentGeneration(order).cases as readonly [NameCase];
    zone.broken.add(`${first.token.label}.example.com`);
    expect(verdictsOf(await counter.check(order.ref))).toMatchObject([{ problem: "dns-failure" }]);
  });

  it("CAA of the zone forbids, and permits when it is changed", async () => {
    const loopback = await authorityOnLoopback();
    const { counter, zone } = loopback;
    zone.records.set("example.com CAA", permitting("letsencrypt.org"));
    const { order } = await counter.place(await requestFor({ names: ["example.com"] }));
    for (const { artefact } of currentGeneration(order).cases) publish(loopback, artefact);
    expect(verdictsOf(await counter.check(order.ref))).toMatchObject([
      { problem: "caa-forbids", sight: { actual: 'example.com CAA 0 issue "letsencrypt.org"' } },
    ]);
    zone.records.set("example.com CAA", permitting("sectigo.com"));
    expect((await counter.check(order.ref)).stage).toBe("active");
  });
});
