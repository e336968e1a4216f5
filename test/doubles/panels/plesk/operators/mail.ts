import { at, textAt } from "../packet/element.ts";
import { ok, refused, value } from "../packet/reply.ts";
import { filter, one, sequence } from "../packet/shape.ts";
import { maySee } from "../premises.ts";
import { type Operation, permitted, type Run } from "./operation.ts";

const setPreferences: Run = (request, { estate, services }, caller) =>
  (at(request, "filter")?.children ?? []).map(({ text: id }) => {
    const site = estate.sites.find((candidate) => String(candidate.id) === id && maySee(caller, candidate));
    if (!site) return refused(1015, "Domain does not exist.", value("site-id", id));
    const name = textAt(request, "prefs", "webmail-certificate");
    if (name !== "" && !site.repository.has(name))
      return refused(1013, "Certificate does not exist.", value("site-id", id));
    services.set(`webmail ${site.name}`, name);
    return ok(value("site-id", id));
  });

export const mailOperations: Readonly<Record<string, Operation>> = {
  "mail/set_prefs": {
    shape: sequence(one("filter", filter("site-id")), one("prefs", sequence(one("webmail-certificate")))),
    run: permitted("manage_phosting", setPreferences),
  },
};
