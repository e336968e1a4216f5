import { readFlags, UsageFault } from "../arguments.ts";
import type { Login } from "../login.ts";
import { placesOf, type Program, type Run } from "../program.ts";
import type { Place, ServerRoom } from "../server-room.ts";

/** Which virtual server's name a zone has. */
const parentZone = ({ zone, name }: Place): string => (zone === undefined || zone === name ? "" : zone);

const linesOf = (place: Place, { ground }: ServerRoom, { role }: Login): readonly (readonly [string, string])[] => {
  const isOn = ground.shelf.active(place.webspace) !== undefined;
  const features = [
    "dir",
    "unix",
    "web",
    ...(place.zone === undefined ? [] : ["dns"]),
    ...(isOn ? ["ssl"] : []),
    "mail",
  ];
  return [
    ["ID", place.id],
    ["Type", "Top-level server"],
    ["Username", place.user],
    ...(role === "master" ? [["Password", `never-shown-to-owners-of-${place.id}`] as const] : []),
    ["Home directory", `/home/${place.user}`],
    ["HTML directory", place.documentRoot],
    ["IP address", "192.0.2.10 (Shared)"],
    ["Features", features.join(" ")],
    ["Website hostnames", place.hostNames.join(" ")],
    ["SSL candidate hostnames", place.hostNames.join(" ")],
    ...(place.shownExpiry === undefined ? [] : [["SSL cert expiry time", String(place.shownExpiry / 1_000)] as const]),
    ["SSL provider renewal", place.renews ? "Enabled" : "Disabled"],
    ...(parentZone(place) === "" ? [] : [["Parent DNS virtual server", parentZone(place)] as const]),
  ];
};

const chosen = (run: Run): readonly Place[] => {
  const flags = readFlags(run.given, { valued: ["domain", "user"], bare: [] });
  const all = placesOf(run);
  const missing = flags.values("domain").find((name) => !run.room.named(name));
  if (missing !== undefined) throw new UsageFault(`Virtual server ${missing} does not exist`);
  const stranger = flags.values("user").find((user) => !run.room.places.some((place) => place.user === user));
  if (stranger !== undefined) throw new UsageFault(`No top-level domain owned by ${stranger} exists`);
  if (!flags.has("domain") && !flags.has("user")) return all;
  return all.filter(({ name, user }) => flags.values("domain").includes(name) || flags.values("user").includes(user));
};

/** Objects at the margin, their values indented; master administrators are shown passwords. */
export const listDomains: Program = {
  needs: "remote_api",
  run: (run) =>
    chosen(run)
      .map((place) =>
        [place.name, ...linesOf(place, run.room, run.login).map(([key, value]) => `    ${key}: ${value}`)].join("\n"),
      )
      .join("\n"),
};
