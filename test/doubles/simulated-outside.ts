import type { Artefact, Endpoint } from "@hostseal/core";
import type { SimulatedHost } from "./simulated-host.ts";

/** What everybody outside sees: the issuer when it validates, our own probe, a visitor. */
export type SimulatedOutside = {
  txt(host: string): readonly string[];
  cname(host: string): readonly string[];
  file(url: string): string | undefined;
  /** What each address of a name serves: a fingerprint, or nothing. */
  served(name: string): readonly { readonly endpoint: Endpoint; readonly sha256: string | undefined }[];
};

export type OutsideSettings = {
  readonly hosts: readonly SimulatedHost[];
  /** What a person was asked to publish and now has published. */
  readonly byHand: () => readonly Artefact[];
  /** Whether what is published can be seen already; asked at each look. */
  readonly spreads: () => boolean;
};

/** The sum of what hosts publish and what a person does by hand. */
export const createSimulatedOutside = ({ hosts, byHand, spreads }: OutsideSettings): SimulatedOutside => {
  const spread = <Value>(values: readonly Value[]): readonly Value[] => (spreads() ? values : []);
  return {
    txt: (at) =>
      spread([
        ...hosts.flatMap(({ world }) => world.records("TXT", at)),
        ...byHand().flatMap((one) => (one.kind === "dns-txt" && one.host === at ? [one.value] : [])),
      ]),
    cname: (at) =>
      spread([
        ...hosts.flatMap(({ world }) => world.records("CNAME", at)),
        ...byHand().flatMap((one) => (one.kind === "dns-cname" && one.host === at ? [one.target] : [])),
      ]),
    file: (url) => {
      const { hostname, pathname } = new URL(url);
      const written = byHand().flatMap((one) =>
        one.kind === "file" && one.name === hostname && one.path === pathname ? [one.body] : [],
      );
      return spread([...hosts.map(({ world }) => world.file(hostname, pathname)), ...written]).find(
        (body) => body !== undefined,
      );
    },
    served: (name) =>
      hosts
        .filter(({ world }) => world.answers(name))
        .map(({ world }) => ({ endpoint: world.endpoint, sha256: world.served(name) })),
  };
};

/** Whether the issuer finds what it asked for. Nobody but the reader of a message knows about a message. */
export const isShown = (artefact: Exclude<Artefact, { kind: "email" }>, outside: SimulatedOutside): boolean => {
  switch (artefact.kind) {
    case "dns-txt":
      return outside.txt(artefact.host).includes(artefact.value);
    case "dns-cname":
      return outside.cname(artefact.host).includes(artefact.target);
    case "file":
      return outside.file(`http://${artefact.name}${artefact.path}`) === artefact.body;
  }
};
