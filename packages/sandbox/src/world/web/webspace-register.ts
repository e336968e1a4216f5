import { covers } from "@hostseal/rules";
import type { SiteHabits, Webspace } from "./webspace.ts";

/** All virtual hosts of the world. */
export type WebspaceRegister = {
  add(webspace: Webspace): void;
  get(id: string): Webspace | undefined;
  /** The one that answers for a host: by its own name first, else by a wildcard alias. */
  answering(host: string): Webspace | undefined;
  /** Replaces the habits of one; throws `TypeError` when there is none. */
  teach(id: string, habits: SiteHabits): void;
};

export const createWebspaceRegister = (): WebspaceRegister => {
  const webspaces = new Map<string, Webspace>();
  return {
    add: (webspace) => void webspaces.set(webspace.id, webspace),
    get: (id) => webspaces.get(id),
    answering: (host) => {
      const wanted = host.toLowerCase();
      const all = [...webspaces.values()];
      return (
        all.find(({ names }) => names.some((name) => name === wanted)) ??
        all.find(({ names }) => names.some((name) => covers(name, wanted)))
      );
    },
    teach: (id, habits) => {
      const webspace = webspaces.get(id);
      if (!webspace) throw new TypeError(`there is no webspace ${id}`);
      webspaces.set(id, { ...webspace, habits });
    },
  };
};
