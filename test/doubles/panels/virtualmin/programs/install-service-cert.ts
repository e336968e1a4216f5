import { readFlags, UsageFault } from "../arguments.ts";
import { placeFor, type Program } from "../program.ts";

/** Services that can have a certificate of a domain's own. */
export const DOMAIN_SERVICES: readonly string[] = ["webmin", "usermin", "dovecot", "postfix"];

export const installServiceCert: Program = {
  run: (run) => {
    const bare = ["add-domain", "remove-domain", "add-global"];
    const flags = readFlags(run.given, { valued: ["domain", "service"], bare });
    const domain = flags.required("domain");
    const place = placeFor(run, domain, { unknown: `No virtual server named ${domain} found` });
    if (!run.room.present(place)) throw new UsageFault(`Virtual server ${domain} does not have SSL enabled`);
    const services = flags.values("service");
    const unknown = services.find((service) => !DOMAIN_SERVICES.includes(service));
    if (unknown !== undefined) throw new UsageFault(`Invalid service ${unknown}. Valid services are webmin dovecot`);
    if (flags.has("add-domain")) place.services = [...new Set([...place.services, ...services])];
    return services.map((service) => `Copying to service ${service} for ${domain} ..\n.. done`).join("\n");
  },
};
