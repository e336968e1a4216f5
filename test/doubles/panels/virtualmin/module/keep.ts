import { UsageFault } from "../arguments.ts";
import type { Program } from "../program.ts";
import { type Place, type ServerRoom, sha256Of } from "../server-room.ts";
import { printed, readCall } from "./reading.ts";

const presentIn = (room: ServerRoom, place: Place): string | null => {
  const present = room.present(place);
  return present ? sha256Of(present) : null;
};

/** Keeps what is there; the same again, after ours was installed, changes nothing. */
export const keep: Program = {
  needs: "ssl",
  run: (run) => {
    const { flags, place } = readCall(run, { valued: ["receipt", "sha256", "replaced", "key"] });
    const [receipt, sha256] = [flags.required("receipt"), flags.required("sha256")];
    const given = flags.required("replaced");
    const replaced = given === "none" ? null : given;
    const reference = flags.value("key");
    const key = reference === undefined ? undefined : run.room.keys.get(reference);
    if (reference !== undefined && key?.place !== place) throw new UsageFault("hostseal: key-unknown: no such key");
    const present = presentIn(run.room, place);
    const isKept = place.kept?.receipt === receipt && present === sha256;
    if (!isKept && present !== replaced) throw new UsageFault("hostseal: stale: another certificate is installed");
    if (!isKept) {
      const version = run.room.ground.shelf.active(place.webspace)?.number ?? 0;
      place.kept = { receipt, sha256, replaced, version, renews: place.renews, services: place.services };
    }
    if (key) place.newKey = key.pem;
    return printed({});
  },
};

/** Puts back what was kept, where ours still stands; without anything kept under this receipt it does nothing. */
export const restore: Program = {
  needs: "ssl",
  run: (run) => {
    const { flags, place } = readCall(run, { valued: ["receipt", "sha256"] });
    const { kept } = place;
    const wasKept = kept?.receipt === flags.required("receipt");
    if (wasKept) {
      if (presentIn(run.room, place) === flags.required("sha256")) {
        run.room.ground.shelf.restore(place.webspace, kept.sha256, kept.version);
        Object.assign(place, { parked: undefined, renews: kept.renews, services: kept.services });
      }
      Object.assign(place, { kept: undefined, newKey: undefined });
    }
    return printed({ sha256: presentIn(run.room, place), was_kept: wasKept });
  },
};

/** Forgets what was kept under this receipt: ours stays. */
export const settle: Program = {
  needs: "ssl",
  run: (run) => {
    const { flags, place } = readCall(run, { valued: ["receipt"] });
    if (place.kept?.receipt === flags.required("receipt")) {
      const { shelf } = run.room.ground;
      if (shelf.active(place.webspace)?.certificate.sha256 === place.kept.sha256)
        shelf.confirm(place.webspace, place.kept.sha256);
      place.kept = undefined;
    }
    return printed({});
  },
};
