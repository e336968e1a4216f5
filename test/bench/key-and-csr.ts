import type { KeyType } from "@hostseal/pki";
import { KEY_TYPES, makeCsr, makeKey } from "@hostseal/pki";
import type { BenchTable } from "./bench-table.ts";
import { hasOpenssl, openssl } from "./openssl.ts";
import { nameOf } from "./sample-names.ts";
import { inMilliseconds, meanOf, ratio } from "./timing.ts";

type Row = BenchTable["rows"][number];

const NAMES = ["shop.example.com", "www.shop.example.com", "shop.example.net"].map(nameOf);

/** How often each is made: the times of RSA keys differ by ten from one to the next. */
const TURNS: Readonly<Record<KeyType, number>> = {
  "rsa-2048": 30,
  "rsa-3072": 12,
  "rsa-4096": 6,
  "ec-p256": 200,
  "ec-p384": 100,
};

const NEW_KEY: Readonly<Record<KeyType, readonly string[]>> = {
  "rsa-2048": ["rsa:2048"],
  "rsa-3072": ["rsa:3072"],
  "rsa-4096": ["rsa:4096"],
  "ec-p256": ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
  "ec-p384": ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"],
};

const ours = async (type: KeyType): Promise<void> => {
  await makeCsr({ key: await makeKey(type), names: NAMES });
};

const theirs = (type: KeyType): Promise<void> => {
  const extension = `subjectAltName=${NAMES.map((name) => `DNS:${name}`).join(",")}`;
  const silent = ["-nodes", "-keyout", "/dev/null", "-out", "/dev/null"];
  const subject = ["-subj", `/CN=${NAMES[0]}`, "-addext", extension];
  return openssl(["req", "-new", "-newkey", ...NEW_KEY[type], ...silent, ...subject]);
};

const rowOf = async (type: KeyType): Promise<Row> => {
  const mine = await meanOf(TURNS[type], () => ours(type));
  const row = { "key type": type, "ours ms": inMilliseconds(mine) };
  if (!hasOpenssl()) return { ...row, "openssl ms": "not here" };
  const other = await meanOf(Math.ceil(TURNS[type] / 2), () => theirs(type));
  return { ...row, "openssl ms": inMilliseconds(other), "openssl takes": ratio(mine, other) };
};

/** A fresh key and a CSR for three names, beside the openssl command that makes the same. */
export const keyAndCsr = async (): Promise<readonly BenchTable[]> => {
  const rows: Row[] = [];
  await ours("ec-p256");
  for (const type of KEY_TYPES) rows.push(await rowOf(type));
  return [
    {
      title: "A key and its CSR, beside the openssl command",
      aim: "no slower than openssl; means, openssl with the start of its process",
      rows,
    },
  ];
};
