import { readFlags } from "../arguments.ts";
import { type Capability, isAllowed } from "../login.ts";
import { placesOf, type Program } from "../program.ts";
import { printed } from "./reading.ts";

const NEEDED: readonly Capability[] = ["ssl", "records", "domain"];

export const about: Program = {
  needs: "remote_api",
  run: (run) => {
    const owner = readFlags(run.given, { valued: ["owner"], bare: [] }).required("owner");
    const renewing = placesOf(run).filter(({ user, renews }) => user === owner && renews);
    return printed({
      software: "Virtualmin 8.1.0 on Webmin 2.660",
      role: run.login.role,
      lacks: NEEDED.filter((capability) => !isAllowed(run.login, capability)),
      renewing: renewing.map(({ name }) => name),
    });
  },
};
