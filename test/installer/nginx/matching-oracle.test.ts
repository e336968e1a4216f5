import { hostname } from "node:os";
import fc from "fast-check";
import { expect, test } from "vitest";
import { askHttp, askTls, type Question } from "./ask.ts";
import { mainFile, openWorkshop, runNginx, startNginx, type Workshop } from "./nginx-process.ts";
import { freePort } from "../../free-port.ts";
import { askedNames, serverDrafts, writeServers } from "./random-servers.ts";
import {
  createServerFinder,
  loadTree,
  parseDump,
  readServers,
  type ServerAnswer,
  type ServerFinder,
} from "./subject.ts";
import { foundAuthority } from "./test-authority.ts";

const ADDRESSES = ["127.0.0.1", "127.0.0.2", "::1"];
const NAMES = [...askedNames, hostname().toLowerCase()];

type Reading = { readonly find: ServerFinder; readonly numberOf: (answer: ServerAnswer) => string };

/** The configuration as the real server prints it, read by us. */
const readDump = async (workshop: Workshop): Promise<Reading> => {
  const { stdout, stderr } = await runNginx(workshop, "-T");
  const dump = parseDump(stdout);
  if (dump.kind === "no-dump") throw new Error(`nginx refuses its files: ${stderr}`);
  const loaded = loadTree(dump);
  if (loaded.kind === "refused") throw new Error(loaded.because.kind);
  const servers = readServers({ tree: loaded.tree, hostname: hostname() });
  return {
    find: createServerFinder(servers),
    numberOf: (answer) => {
      if (answer.kind === "not-served") return "nobody";
      if (answer.kind === "served") return String(servers.indexOf(answer.server));
      const { because } = answer;
      return "choice" in because ? String(servers.indexOf(because.choice.server)) : because.kind;
    },
  };
};

const answersOverTls = (index: number): string =>
  `ssl_certificate ${index}.pem; ssl_certificate_key ${index}.key; return 200 "${index}";`;

const nobody = (): undefined => undefined;

test("nginx gives every name on every address to the server that we say", { timeout: 60_000 }, async () => {
  let compared = 0;
  const property = fc.asyncProperty(serverDrafts, async (drafts) => {
    await using workshop = await openWorkshop();
    const port = await freePort("0.0.0.0");
    const written = { port, option: "", inside: (index: number) => `return 200 "${index}";` };
    await workshop.write({ "nginx.conf": mainFile(workshop, writeServers(drafts, written)) });
    await using _nginx = await startNginx(workshop);
    const { find, numberOf } = await readDump(workshop);
    const questions = ADDRESSES.flatMap((address) => NAMES.map((name): Question => ({ address, port, name })));
    for (const question of questions) {
      const said = numberOf(find({ ...question, tls: false }));
      const answer = await askHttp(question).catch(nobody);
      expect(answer?.body.toString() ?? "nobody", `${question.name} on ${question.address}`).toBe(said);
      compared += 1;
    }
  });
  await fc.assert(property, { numRuns: 8, endOnFailure: true });
  expect(compared).toBeGreaterThan(200);
});

test("over TLS the certificate and the content come from the server that we say", { timeout: 60_000 }, async () => {
  const authority = await foundAuthority(NAMES);
  const pems = await Promise.all(Array.from({ length: 12 }, (_, index) => authority.issue(String(index))));
  const files = Object.fromEntries(
    pems.flatMap(({ certificate, key }, index) => [
      [`${index}.pem`, certificate],
      [`${index}.key`, key],
    ]),
  );
  const property = fc.asyncProperty(serverDrafts, async (drafts) => {
    await using workshop = await openWorkshop();
    const port = await freePort("0.0.0.0");
    const http = writeServers(drafts, { port, option: " ssl", inside: answersOverTls });
    await workshop.write({ ...files, "nginx.conf": mainFile(workshop, http) });
    await using _nginx = await startNginx(workshop);
    const { find, numberOf } = await readDump(workshop);
    for (const name of NAMES) {
      const question = { address: "127.0.0.1", port, name };
      const said = numberOf(find({ ...question, tls: true }));
      const answer = await askTls(question, authority.root).catch(nobody);
      expect([answer?.commonName ?? "nobody", answer?.body.toString() ?? "nobody"], name).toEqual([said, said]);
    }
  });
  await fc.assert(property, { numRuns: 3, endOnFailure: true });
});
