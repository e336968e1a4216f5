import { Secret, splitPem } from "@hostseal/pki";
import { z } from "zod";
import { flawOf } from "../certificates-on-ground.ts";
import { COMMANDS } from "../commands/commands.ts";
import { type ApiAnswer, type ApiCall, ApiRefusal, type ApiRoute, badRequest, json, NOTHING } from "./api-call.ts";

const filesBody = z.strictObject({ certificate: z.string(), key: z.string() });

const VERSIONS = { current: "1.709", older: "1.668" } as const;

const OLD_STEMS = ["session", "version", "server-tls", "filemanager"];
const NEW_STEMS = ["domain-tls", "filemanager-actions"];

const version = ({ premises }: ApiCall): ApiAnswer =>
  json({ version: VERSIONS[premises.habits.edition], arch: "amd64", os: "linux", distro: "debian12", eol: false });

/** Every command this login may give. */
const session = ({ premises, caller }: ApiCall): ApiAnswer => {
  const stems = premises.habits.edition === "current" ? [...OLD_STEMS, ...NEW_STEMS] : OLD_STEMS;
  return json({
    effectiveUsername: caller.user,
    effectiveRole: caller.role,
    realUsername: caller.user,
    homeDir: `/home/${caller.user}`,
    selectedDomain: premises.estate.of(caller.user)[0]?.name ?? "",
    sessionID: "",
    allowedCommands: [...Object.keys(COMMANDS), ...stems].filter((command) => caller.allows(command)),
    directadminConfig: { loginKeys: true },
  });
};

const requireAdministrator = ({ caller }: ApiCall): void => {
  if (caller.role !== "admin") throw new ApiRefusal(403, "ACCESS_DENIED");
};

const serverFiles = (call: ApiCall): ApiAnswer => {
  requireAdministrator(call);
  const { leaf, chain, key } = call.premises.own.material;
  return json({ certificate: [leaf, ...chain].join(""), key: key.reveal() });
};

const putServerFiles = (call: ApiCall): ApiAnswer => {
  requireAdministrator(call);
  const read = filesBody.safeParse(call.body);
  if (!read.success) throw badRequest("certificate or key is missing");
  const [leaf = "", ...chain] = splitPem(read.data.certificate);
  const material = { leaf, chain, key: new Secret(read.data.key) };
  const flaw = flawOf(material);
  if (flaw !== undefined) throw new ApiRefusal(409, "TLS_CERTIFICATE_INVALID", flaw);
  call.premises.own.material = material;
  return NOTHING;
};

export const SERVER: readonly ApiRoute[] = [
  { method: "get", path: "/api/version", run: version },
  { method: "get", path: "/api/session", run: session },
  { method: "get", path: "/api/server-tls/files", run: serverFiles },
  { method: "put", path: "/api/server-tls/files", run: putServerFiles, queries: ["force"] },
];
