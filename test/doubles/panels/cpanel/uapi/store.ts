import { type KeyType, makeCsr, makeKey } from "@hostseal/pki";
import { parseDomainName } from "@hostseal/rules";
import type { CallArguments } from "../call-arguments.ts";
import { refusal } from "../refusal.ts";
import { type AccountState, type ServerState, webspacesOf } from "../server-state.ts";
import { type StoredKey, toCertificateWords, toKeyEntry, toStoredCertificate, toStoredKey } from "../stored-items.ts";
import type { UapiModule } from "./uapi-function.ts";

const KINDS: Readonly<Record<string, KeyType>> = {
  system: "rsa-2048",
  "rsa-2048": "rsa-2048",
  "rsa-4096": "rsa-4096",
  "ecdsa-prime256v1": "ec-p256",
  "ecdsa-secp384r1": "ec-p384",
};
const SUBJECT = ["countryName", "stateOrProvinceName", "localityName", "organizationName"];

const storedKey = (account: AccountState, id: string): StoredKey => {
  const key = account.keys.get(id);
  if (!key) throw refusal(`The “key” with ID “${id}” does not exist.`);
  return key;
};

/** The key of a certificate, from the account's store or from what Apache has. */
const findMaterial = (state: ServerState, account: AccountState, pem: string) => {
  const wanted = toStoredCertificate(pem, "");
  const kept = account.certificates.get(wanted.id);
  const key = [...account.keys.values()].find((one) => JSON.stringify(one.words) === JSON.stringify(wanted.words));
  if (key) return { key: key.pem, cab: kept?.cab ?? "" };
  const served = webspacesOf(state, account.name).flatMap(({ id }) => state.world.ground.shelf.active(id) ?? []);
  const active = served.find(({ certificate }) => certificate.sha256 === wanted.facts.sha256);
  if (!active) throw refusal("There is no key for this certificate.");
  return { key: active.material.key, cab: active.material.certificates.slice(1).join("\n") };
};

const removeFrom = <Item>(items: Map<string, Item>, args: CallArguments, what: string): readonly Item[] => {
  const id = args.need("id");
  const item = items.get(id);
  if (!item) throw refusal(`The “${what}” with ID “${id}” does not exist.`);
  items.delete(id);
  return [item];
};

/** The store of keys and certificates of an account. Private keys are shown to whoever calls. */
export const store: UapiModule = {
  list_keys: { run: ({ account }) => [...account.keys.values()].map(toKeyEntry) },
  list_certs: { run: ({ account }) => [...account.certificates.values()].map(toCertificateWords) },
  delete_key: {
    feature: "sslmanager",
    run: ({ account, args }) => removeFrom(account.keys, args, "key").map(toKeyEntry),
  },
  delete_cert: {
    feature: "sslmanager",
    run: ({ account, args }) => removeFrom(account.certificates, args, "certificate").map(toCertificateWords),
  },
  show_key: {
    feature: "sslmanager",
    run: ({ account, args }) => {
      const key = storedKey(account, args.need("id"));
      return { details: { ...toKeyEntry(key), key: key.pem.reveal() }, text: "Private-Key: …" };
    },
  },
  generate_key: {
    feature: "sslmanager",
    run: async ({ account, args }) => {
      const kind = args.get("keytype") ?? "system";
      const type = KINDS[kind];
      if (!type) throw refusal(`“${kind}” is not a valid “keytype”.`);
      const key = toStoredKey((await makeKey(type)).pem);
      account.keys.set(key.id, key);
      return { ...toKeyEntry(key), text: key.pem.reveal() };
    },
  },
  generate_csr: {
    feature: "sslmanager",
    run: async ({ account, args }) => {
      for (const field of SUBJECT) args.need(field);
      const names = args.list("domains").map((text) => {
        const parsed = parseDomainName(text);
        if (parsed.kind === "refused") throw refusal(`“${text}” is not a valid domain.`);
        return parsed.name;
      });
      const text = await makeCsr({ key: storedKey(account, args.need("key_id")).pem, names });
      return { id: `csr_${names[0] ?? ""}`, text, commonName: names[0], domains: names, friendly_name: names[0] };
    },
  },
  fetch_key_and_cabundle_for_certificate: {
    run: ({ state, account, args }) => {
      const crt = args.need("certificate");
      const { key, cab } = findMaterial(state, account, crt);
      const origin = { crt_origin: "", key_origin: "", searched_users: [account.name, "nobody", "root"] };
      return {
        crt,
        key: key.reveal(),
        cab,
        domain: "",
        ip: "",
        user: account.name,
        status: 1,
        statusmsg: "ok",
        ...origin,
      };
    },
  },
};
