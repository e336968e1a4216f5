import { randomBytes } from "node:crypto";
import { KEY_TYPES, makeCsr, makeKey } from "@hostseal/pki";
import { parseDomainName } from "@hostseal/rules";
import { readFlags, UsageFault } from "../arguments.ts";
import { type Program, placesOf, type Run } from "../program.ts";
import { printed, readCall } from "./reading.ts";

const REFERENCE_BYTES = 12;

const make = async (run: Run): Promise<string> => {
  const { flags, place } = readCall(run, { valued: ["type", "names"] });
  const type = KEY_TYPES.find((one) => one === flags.required("type"));
  const names = flags.required("names").split(",").map(parseDomainName);
  const good = names.flatMap((parsed) => (parsed.kind === "name" ? [parsed.name] : []));
  if (!type || good.length < names.length) throw new UsageFault("hostseal: key-type or name not known");
  const key = await makeKey(type);
  const reference = `${place.id}-${randomBytes(REFERENCE_BYTES).toString("hex")}`;
  run.room.keys.set(reference, { place, pem: key.pem });
  return printed({ csr: await makeCsr({ key, names: good }), reference });
};

/** Forgetting a key that is not there, or not theirs, is no failure. */
const forget = (run: Run): string => {
  const flags = readFlags(run.given, { valued: ["owner", "forget"], bare: [] });
  const reference = flags.required("forget");
  const kept = run.room.keys.get(reference);
  if (kept && placesOf(run).includes(kept.place)) run.room.keys.delete(reference);
  return printed({});
};

/** Makes a key on the server and a request for names with it, or forgets one. */
export const key: Program = {
  needs: "ssl",
  run: (run) => (run.given.includes("--forget") ? forget(run) : make(run)),
};
