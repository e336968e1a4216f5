import type { Issuer } from "@hostseal/core";
import type { Simulation } from "../doubles/simulation.ts";

/** The simulation with an issuer in place of its own, made from it. */
export const withIssuer = (simulation: Simulation, change: (issuer: Issuer) => Partial<Issuer>): Simulation => {
  const issuer: Issuer = { ...simulation.issuer, ...change(simulation.issuer) };
  return { ...simulation, world: { ...simulation.world, issuer: () => issuer } };
};

/** The simulation with an issuer whose reissue goes wrong as long as it is told to. */
export const withReissue = (simulation: Simulation, goesWrong: () => Error | undefined): Simulation =>
  withIssuer(simulation, (issuer) => ({
    reissue: async (...request) => {
      const wrong = goesWrong();
      if (wrong !== undefined) throw wrong;
      return issuer.reissue(...request);
    },
  }));
