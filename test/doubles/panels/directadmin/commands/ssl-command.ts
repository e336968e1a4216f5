import { Secret, splitPem } from "@hostseal/pki";
import { SECOND } from "@hostseal/rules";
import { factsOf, flawOf } from "../certificates-on-ground.ts";
import {
  type Command,
  type CommandAnswer,
  type CommandCall,
  content,
  done,
  domainOf,
  refuse,
  unknownAction,
} from "./command.ts";

const KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----/;

const show = (call: CommandCall): CommandAnswer => {
  const domain = domainOf(call);
  const material = call.premises.certificates.of(domain);
  const chain = material?.chain.join("") ?? "";
  if (call.fields["view"] === "cacert") return content({ cacert: chain, enabled: chain === "" ? "no" : "yes" });
  const facts = material && factsOf(material.leaf);
  return content({
    domain: domain.name,
    ssl_on: call.premises.settingsOf(domain.name).ssl ? "yes" : "no",
    key: material?.key.reveal() ?? "",
    certificate: material?.leaf ?? "",
    start: facts ? String(facts.notBefore / SECOND) : "",
    end: facts ? String(facts.notAfter / SECOND) : "",
    issuer_simple: facts?.issuer ?? "",
  });
};

/** Key and leaf in one text; intermediates stay as they are when none come along. */
const paste = (call: CommandCall): CommandAnswer => {
  const { premises, fields } = call;
  const domain = domainOf(call);
  const text = fields["certificate"] ?? "";
  const [leaf = "", ...chain] = splitPem(text);
  const present = premises.certificates.of(domain);
  const key = new Secret(KEY.exec(text)?.[0] ?? "");
  const material = { leaf, chain: chain.length > 0 ? chain : (present?.chain ?? []), key };
  const flaw = flawOf(material);
  if (flaw !== undefined) throw refuse("Error saving certificate", flaw);
  premises.certificates.put(domain, material);
  return done("Certificate and Key Saved.");
};

const saveChain = (call: CommandCall): CommandAnswer => {
  const { premises, fields } = call;
  const domain = domainOf(call);
  const present = premises.certificates.of(domain);
  const chain = fields["active"] === "yes" ? splitPem(fields["cacert"] ?? "") : [];
  if (fields["active"] === "yes" && chain.length === 0) throw refuse("Error saving CA root", "It cannot be read");
  if (present) premises.certificates.put(domain, { ...present, chain });
  return done("CA Root Certificate Saved.");
};

/** `CMD_API_SSL`. */
export const sslCommand: Command = (call) => {
  const { action, type } = call.fields;
  if (call.method === "GET") return show(call);
  if (action !== "save") throw unknownAction(call);
  if (type === "paste") return paste(call);
  if (type === "cacert") return saveChain(call);
  if (type !== "server") throw refuse("Unknown type", `The type "${type ?? ""}" is not known to this command`);
  call.premises.certificates.takeOff(domainOf(call));
  return done("The server's certificate is used.");
};
