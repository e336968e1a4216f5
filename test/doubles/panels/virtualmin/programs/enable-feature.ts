import { readFlags, UsageFault } from "../arguments.ts";
import { placeFor, type Program } from "../program.ts";

/** Turning TLS on also begins the panel's own renewal with free certificates. */
export const enableFeature: Program = {
  needs: "domain",
  run: (run) => {
    const flags = readFlags(run.given, { valued: ["domain"], bare: ["ssl"] });
    const domain = flags.required("domain");
    const place = placeFor(run, domain, { capability: "domain", unknown: `Virtual server ${domain} does not exist` });
    if (flags.has("ssl") && !run.room.isServed(place)) {
      if (!place.parked) throw new UsageFault(`Updating server ${domain} ..\n.. failed to request a certificate`);
      run.room.serve(place, place.parked);
      place.parked = undefined;
      place.renews = true;
    }
    return `Updating server ${domain} ..\n    Setting up SSL virtual website ..\n    .. done\n.. done\n`;
  },
};
