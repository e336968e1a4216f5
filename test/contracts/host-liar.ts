import type { Host } from "@hostseal/core";
import type { DemoWorld } from "@hostseal/sandbox";

/** A host adapter that is right in everything but one promise. */
export type HostLiar = {
  /** Completes the sentence "A host that …". */
  readonly title: string;
  /** The check that must find it out, by name. */
  readonly foundBy: string;
  /** What it does instead; it may reach into the world, as a broken panel could. */
  readonly spoil: (honest: Host, world: DemoWorld, folder: string) => Partial<Host>;
};

/** The honest facet, which every liar's host has. */
export const honestly = <Facet>(facet: Facet | undefined): Facet => {
  if (facet === undefined) throw new TypeError("this liar needs a host with every facet");
  return facet;
};
