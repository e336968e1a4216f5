import type { Clock, Probe, Random } from "@hostseal/core";
import { askEverywhere } from "./dns/ask-everywhere.ts";
import { createEquipment } from "./equipment.ts";
import { requireSensibleSettings, sensibleQuestion } from "./sensible.ts";
import { NAME_SERVER_PORT, type ProbeSettings } from "./settings.ts";
import { lookAtName } from "./tls/look-at-name.ts";
import { createRootIndex } from "./tls/root-index.ts";
import { createView } from "./view.ts";

/** `clock` dates a TLS look and the judgement of its chain; waiting is done in real time. */
export type ProbePorts = { readonly clock: Clock; readonly random: Random };

/**
 * A probe that asks the resolvers, name servers and sites of the settings over real sockets. Whatever comes back is a
 * value. Throws `input.option` for settings without a resolver or with a name where an address is due, and for URLs no CA would fetch, `input.name` for names that
 * cannot be asked.
 */
export const createProbe = (settings: ProbeSettings, { clock, random }: ProbePorts): Probe => {
  requireSensibleSettings(settings);
  const { roots, sourceAddress, perspectives, nameServerPort = NAME_SERVER_PORT } = settings;
  const equipment = createEquipment(settings, random);
  const here = createView(settings, equipment);
  const look = {
    ...equipment,
    ...here,
    gate: equipment.connections,
    clock,
    rootsFor: createRootIndex(roots),
    sourceAddress,
  };
  return {
    ...here.probe,
    dnsEverywhere: async (question) => askEverywhere(sensibleQuestion(question), { ...here, nameServerPort }),
    tls: (request) => lookAtName(request, look),
    ...(perspectives && {
      perspectives: perspectives.map(({ name, ...vantage }) => ({ name, probe: createView(vantage, equipment).probe })),
    }),
  };
};
