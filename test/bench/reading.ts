import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildChain, decodeCsr, lintCsr, makeCsr, makeKey, readCertificate, signCertificate } from "@hostseal/pki";
import { DAY, fromIso } from "@hostseal/rules";
import type { BenchTable } from "./bench-table.ts";
import { hasOpenssl, openssl } from "./openssl.ts";
import { nameOf } from "./sample-names.ts";
import { inMilliseconds, meanOf, ratio } from "./timing.ts";

type Row = BenchTable["rows"][number];

const AT = fromIso("2026-11-21");
const NAMES = [nameOf("shop.example.com"), nameOf("www.shop.example.com")];
const TURNS = 300;
const TURNS_OF_OPENSSL = 50;

/** A root, a certificate under it, and the request it came from. */
const createSamples = async () => {
  const [caKey, key] = [await makeKey("ec-p256"), await makeKey("rsa-2048")];
  const name = { commonName: "Bench Root" };
  const life = { notBefore: AT - DAY, notAfter: AT + 3650 * DAY };
  const root = await signCertificate({
    subject: name,
    issuer: { privateKey: caKey.pem, name },
    publicKey: caKey.publicKeyPem,
    serial: "01",
    ...life,
    ca: {},
  });
  const sign = () =>
    signCertificate({
      subject: { commonName: NAMES[0] ?? "" },
      issuer: { privateKey: caKey.pem, certificate: root },
      publicKey: key.publicKeyPem,
      serial: "02",
      notBefore: AT,
      notAfter: AT + 90 * DAY,
      names: NAMES,
    });
  return { csr: await makeCsr({ key, names: NAMES }), root, sign, leaf: await sign() };
};

type Work = { readonly what: string; readonly ours: () => unknown; readonly openssl?: readonly string[] };

const rowOf = async ({ what, ours, openssl: args }: Work): Promise<Row> => {
  const mine = await meanOf(TURNS, ours);
  const row = { what, "each ms": inMilliseconds(mine), "a second": Math.round(1000 / mine) };
  if (args === undefined || !hasOpenssl()) return row;
  const other = await meanOf(TURNS_OF_OPENSSL, () => openssl(args));
  return { ...row, "openssl ms": inMilliseconds(other), "openssl takes": ratio(mine, other) };
};

/** What is done with requests and certificates all day, beside openssl where it does the same. */
export const reading = async (): Promise<readonly BenchTable[]> => {
  const { csr, root, sign, leaf } = await createSamples();
  const decoded = decodeCsr(csr);
  if (decoded.kind !== "csr") throw new TypeError("the request that was made cannot be read");
  const folder = await mkdtemp(join(tmpdir(), "hostseal-bench-"));
  const path = (file: string): string => join(folder, file);
  try {
    for (const [file, text] of Object.entries({ csr, root, leaf })) await writeFile(path(file), text);
    const works: readonly Work[] = [
      {
        what: "decode a CSR and verify it",
        ours: () => decodeCsr(csr),
        openssl: ["req", "-verify", "-noout", "-in", path("csr")],
      },
      { what: "lint a CSR", ours: () => lintCsr(decoded.csr, { at: AT }) },
      {
        what: "read a certificate",
        ours: () => readCertificate(leaf),
        openssl: ["x509", "-text", "-noout", "-in", path("leaf")],
      },
      {
        what: "build and verify a chain",
        ours: () => buildChain({ leaf, intermediates: [], roots: [root], at: AT }),
        openssl: ["verify", "-no_check_time", "-CAfile", path("root"), path("leaf")],
      },
      { what: "sign a certificate", ours: sign },
    ];
    const rows: Row[] = [];
    for (const work of works) rows.push(await rowOf(work));
    return [{ title: "Requests and certificates", aim: "a millisecond or two each", rows }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
