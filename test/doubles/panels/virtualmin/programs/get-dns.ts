import { readFlags } from "../arguments.ts";
import { placeFor, type Program } from "../program.ts";
import { isInside, written, zoneOf } from "./dns-lines.ts";

/** A name that does not end with the virtual server's, not even with a dot behind it, is taken for a relative one. */
const wanted = (name: string, domain: string): string => (name.endsWith(domain) ? name : `${name}.${domain}`);

export const getDns: Program = {
  needs: "records",
  run: (run) => {
    const flags = readFlags(run.given, { valued: ["domain", "name", "type"], bare: [] });
    const domain = flags.required("domain");
    const place = placeFor(run, domain, { capability: "records", unknown: `Virtual server ${domain} does not exist` });
    const zone = zoneOf(run.room, place, "Virtual server $1 does not have DNS enabled");
    const name = flags.value("name");
    return zone
      .entries()
      .filter(({ host }) => isInside(host, place))
      .filter(({ host }) => name === undefined || host === wanted(name, domain).toLowerCase())
      .filter(({ type }) => !flags.has("type") || type === flags.value("type"))
      .map((entry) => `${entry.host}.\n    Type: ${entry.type}\n    Class: IN\n    Value: ${written(entry)}`)
      .join("\n");
  },
};
