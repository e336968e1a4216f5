import fc from "fast-check";
import { expect, test } from "vitest";
import { ADDRESSES, carryOut, NAMES, openStage, planOn, type Stage, survey } from "./installing.ts";
import { addressSets, createServerFinder, type NginxServer, type ServerFinder } from "./subject.ts";

const address = fc.constantFrom("", "127.0.0.1:", "127.0.0.2:", "[::]:", "[::1]:");
const listen = fc.record({ address, isTls: fc.boolean(), isDefault: fc.boolean() });
const serverName = fc.constantFrom(...NAMES, "*.example", ".target.example", "target.*", "~^www", "_");

const draft = fc.record({
  listens: fc.uniqueArray(listen, {
    minLength: 1,
    maxLength: 3,
    selector: ({ address, isTls }) => `${address}${isTls}`,
  }),
  names: fc.uniqueArray(serverName, { minLength: 1, maxLength: 3 }),
});
type Draft = typeof draft extends fc.Arbitrary<infer One> ? One : never;

const drafts = fc.record({
  servers: fc.array(draft, { minLength: 2, maxLength: 6 }),
  chosen: fc.nat(),
  hasShared: fc.boolean(),
});

/** An address has one default server at most; each server says its number, and has a certificate of its own. */
const writeSites = (servers: readonly Draft[], hasShared: boolean): string => {
  const marked = new Set<string>();
  const isFirst = (key: string): boolean => marked.size < marked.add(key).size;
  const sites = servers.map(({ listens, names }, index) => {
    const lines = listens.map(({ address, isTls, isDefault }) => {
      const where = `${address}${isTls ? "443 ssl" : "80"}`;
      return `    listen ${where}${isDefault && isFirst(where) ? " default_server" : ""};\n`;
    });
    const own = `    ssl_certificate s${index}.pem;\n    ssl_certificate_key s${index}.key;\n`;
    const pair = hasShared && index % 2 === 0 ? "" : own;
    return `server {\n${lines.join("")}    server_name ${names.join(" ")};\n${pair}    return 200 "${index}";\n}\n`;
  });
  return `ssl_certificate shared.pem;\nssl_certificate_key shared.key;\n${sites.join("")}`;
};

type Told = ReadonlyMap<string, string>;
type Case = { readonly stage: Stage; readonly target: number; readonly before: Told; readonly after: Told };

const bodyOf = (told: string | undefined): string | undefined => told?.split(" ").at(-1);
const shownIn = (told: string | undefined): string | undefined => told?.split(" ")[0];

const isByName = (find: ServerFinder, question: { name: string; address: string; tls: boolean }): boolean => {
  const answer = find({ ...question, port: question.tls ? 443 : 80 });
  return answer.kind === "served" ? answer.reason.kind === "name" : answer.kind === "refused";
};

const exactNames = ({ names }: NginxServer): readonly string[] =>
  names.flatMap((name) => (name.kind === "exact" ? [name.name] : []));

/** Everybody who was answered is answered by the same server; the target may get names that nobody had by name. */
const expectNobodyElseNotices = ({ stage, target, before, after }: Case): void => {
  const find = createServerFinder(stage.servers);
  for (const address of ADDRESSES)
    for (const name of NAMES) {
      const [plain, secure] = [`http ${name} ${address}`, `https ${name} ${address}`];
      expect(after.get(plain), plain).toBe(before.get(plain));
      const hasMoved = !isByName(find, { name, address, tls: true }) && bodyOf(after.get(secure)) === String(target);
      if (!before.has(secure) || hasMoved) continue;
      expect(bodyOf(after.get(secure)), secure).toBe(bodyOf(before.get(secure)));
      const isTarget = bodyOf(before.get(secure)) === String(target);
      expect(shownIn(after.get(secure)), secure).toBe(isTarget ? "new" : shownIn(before.get(secure)));
    }
};

const neverThere = (): never => {
  throw new Error("no such server");
};

/**
 * A target without TLS has it now beside each plain address, unless another server has the name there. Single addresses
 * of loopback are left out: we join those only where there are no others.
 */
const expectServed = ({ stage, target, before, after }: Case): void => {
  const find = createServerFinder(stage.servers);
  const server = stage.servers[target] ?? neverThere();
  if (server.listens.some(({ isSsl }) => isSsl)) return;
  const own = new Set(addressSets(stage.servers, 443).map((set) => set.address.replaceAll(/[[\]]/g, "")));
  for (const address of ADDRESSES)
    for (const name of exactNames(server)) {
      const isOurs = bodyOf(before.get(`http ${name} ${address}`)) === String(target);
      const isOthers = isByName(find, { name, address, tls: true }) || own.has(address);
      if (isOurs && !isOthers && isByName(find, { name, address, tls: false }))
        expect(after.get(`https ${name} ${address}`), `https ${name} ${address}`).toBe(`new 200 ${target}`);
    }
};

const certificates = Object.fromEntries(
  ["shared", "s0", "s1", "s2", "s3", "s4", "s5"].map((name) => [name, "ec-p256"] as const),
);

test(
  "whatever servers there are, a plan serves its target and is noticed by nobody else, or is refused",
  { timeout: 60_000 },
  async () => {
    const verdicts: string[] = [];
    const property = fc.asyncProperty(drafts, async ({ servers, chosen, hasShared }) => {
      await using stage = await openStage({ http: writeSites(servers, hasShared), certificates });
      const target = chosen % servers.length;
      const plan = planOn(stage, { target: stage.servers[target] ?? neverThere() });
      verdicts.push(plan.kind === "refused" ? plan.because.kind : plan.kind);
      if (plan.kind === "refused") return;
      const before = await survey(stage);
      await carryOut(stage, plan.changes);
      const found = { stage, target, before, after: await survey(stage) };
      expectNobodyElseNotices(found);
      expectServed(found);
    });
    await fc.assert(property, { numRuns: 8, endOnFailure: true });
    expect(verdicts).toContain("planned");
  },
);
