import { readCertificate, type Secret } from "@hostseal/pki";
import type { DemoWorld, Ground, KeyAndChain } from "@hostseal/sandbox";
import { toServers, type VirtualServer } from "./virtual-server.ts";

/** What the module keeps of a site while an installation of ours is neither kept nor taken back. */
export type Kept = {
  readonly receipt: string;
  readonly sha256: string;
  readonly replaced: string | null;
  /** Number of the version on the shelf; 0 for none. */
  readonly version: number;
  readonly renews: boolean;
  readonly services: readonly string[];
};

/** A virtual server with what changes about it. */
export type Place = VirtualServer & {
  /** Installed while TLS is off: the files lie there and nobody serves them. */
  parked: KeyAndChain | undefined;
  /** Whether the panel gets free certificates for it by itself. */
  renews: boolean;
  services: readonly string[];
  /** Where `install-cert` finds the key for a request that was made here. */
  newKey: Secret | undefined;
  kept: Kept | undefined;
  /** What `list-domains` goes on showing after the certificate was replaced. */
  readonly shownExpiry: number | undefined;
};

export type ServerRoom = {
  readonly ground: Ground;
  readonly places: readonly Place[];
  /** Keys that the module made, by reference. */
  readonly keys: Map<string, { readonly place: Place; readonly pem: Secret }>;
  named(name: string): Place | undefined;
  /** The certificate that lies there, served or not. */
  present(place: Place): KeyAndChain | undefined;
  isServed(place: Place): boolean;
  /** Serves a certificate from now on. */
  serve(place: Place, material: KeyAndChain): void;
};

/** Hex SHA-256 of the leaf. */
export const sha256Of = ({ certificates: [leaf = ""] }: KeyAndChain): string | null => {
  const read = readCertificate(leaf);
  return read.kind === "certificate" ? read.certificate.sha256 : null;
};

const toPlace = ({ shelf }: Ground, server: VirtualServer): Place => {
  const active = shelf.active(server.webspace);
  return {
    ...server,
    parked: undefined,
    renews: active !== undefined,
    services: [],
    newKey: undefined,
    kept: undefined,
    shownExpiry: active?.certificate.notAfter,
  };
};

export const openServerRoom = (world: DemoWorld): ServerRoom => {
  const { ground } = world;
  const places = toServers(world).map((server) => toPlace(ground, server));
  return {
    ground,
    places,
    keys: new Map(),
    named: (name) => places.find((place) => place.name === name),
    present: (place) => ground.shelf.active(place.webspace)?.material ?? place.parked,
    isServed: ({ webspace }) => ground.shelf.active(webspace) !== undefined,
    serve: (place, material) => {
      const read = readCertificate(material.certificates[0] ?? "");
      if (read.kind === "malformed") return;
      const { certificate } = read;
      const ifVersion = ground.shelf.baseFor(place.webspace, certificate.sha256);
      ground.shelf.install(place.webspace, { certificate, material, ifVersion });
      if (!place.kept) ground.shelf.confirm(place.webspace, certificate.sha256);
    },
  };
};
