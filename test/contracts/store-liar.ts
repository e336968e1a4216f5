import type { Store } from "@hostseal/core";

/** A store that is right in everything but one promise. */
export type StoreLiar = {
  readonly title: string;
  /** The check that must find it out, by name. */
  readonly foundBy: string;
  readonly spoil: (honest: Store) => Partial<Store>;
};
