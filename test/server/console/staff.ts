import type { Role } from "@hostseal/server";
import { Secret } from "@hostseal/pki";
import { deskOf } from "../api/program.ts";
import type { Stage } from "../stage.ts";
import type { Visitor } from "../visitor.ts";

export const PASSWORD = "correct horse battery";

/** Somebody who works for the partner and has signed in. */
export const staffOf = async (stage: Stage, role: Role = "owner"): Promise<Visitor> => {
  const email = `${role}@harbour.example`;
  await deskOf(stage).addUser({ email, role, password: new Secret(PASSWORD) }, { who: "the test", from: "127.0.0.1" });
  const visitor = stage.visitor();
  await visitor.post("/console/sign-in", { email, password: PASSWORD });
  return visitor;
};
