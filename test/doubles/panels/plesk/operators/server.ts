import { ok, tag, value } from "../packet/reply.ts";
import { one, sequence } from "../packet/shape.ts";
import { denied, type Operation } from "./operation.ts";

export const VERSION = "18.0.64";

const version = tag(
  "version",
  value("plesk_name", "psa"),
  value("plesk_version", VERSION),
  value("plesk_build", "1800241022.14"),
  value("plesk_os", "Debian"),
  value("plesk_os_version", "12"),
);

export const serverOperations: Readonly<Record<string, Operation>> = {
  "server/get": {
    shape: sequence(one("stat")),
    run: (_request, _premises, { role }) => [role === "admin" ? ok(tag("stat", version)) : denied()],
  },
};
