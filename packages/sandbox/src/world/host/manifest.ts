import { can, cannot, type HostManifest } from "@hostseal/core";

/** What an account of the demo panel may have been sold beside webspaces. */
export type Extra = keyof HostManifest["capabilities"];

const REASONS: Readonly<Record<Extra, string>> = {
  zone: "DNS is not part of this hosting package",
  webroot: "files of this hosting package cannot be written from outside",
  keys: "this hosting package makes no keys",
};

/** What the adapter can for an account that lacks some extras. */
export const manifestWithout = (lacks: readonly Extra[] = []): HostManifest => {
  const capability = (extra: Extra) => (lacks.includes(extra) ? cannot(REASONS[extra]) : can);
  return {
    id: "demo",
    title: "Quayside, the panel of the demo world",
    capabilities: { zone: capability("zone"), webroot: capability("webroot"), keys: capability("keys") },
  };
};
