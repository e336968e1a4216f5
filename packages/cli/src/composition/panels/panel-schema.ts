import { cpanelSettings } from "@hostseal/cpanel/settings";
import { directadminSettings } from "@hostseal/directadmin/settings";
import { pleskSettings } from "@hostseal/plesk/settings";
import { virtualminSettings } from "@hostseal/virtualmin/settings";
import { z } from "zod";
import { credential, text } from "../config-parts.ts";

/** Base of a panel with its port, `https://panel.example:2087`. */
const url = z.url({ protocol: /^https$/ }).transform((address) => address.replace(/\/+$/, ""));

export const FINGERPRINT = /^[0-9a-f]{64}$/;

/** Whom to trust in place of the system's roots; a panel's own certificate is pinned, and verification never off. */
const trust = z.union(
  [z.strictObject({ roots: z.array(text).min(1) }), z.strictObject({ sha256: z.string().regex(FINGERPRINT) })],
  {
    error: 'write {"roots": ["ca.pem"]} or {"sha256": "…"}',
  },
);

const shared = { url, credential, trust: trust.exactOptional(), accounts: z.array(text).default([]) };
const inPanel = { url: true, account: true } as const;

/** A panel server with the accounts on it; each account is a host of its own, `<panel>/<account>`. */
export const panelEntry = z.discriminatedUnion("driver", [
  z.strictObject({ driver: z.literal("cpanel"), ...shared, settings: cpanelSettings.prefault({}) }),
  z.strictObject({ driver: z.literal("plesk"), ...shared, settings: pleskSettings.omit(inPanel).prefault({}) }),
  z.strictObject({
    driver: z.literal("directadmin"),
    ...shared,
    settings: directadminSettings.omit(inPanel).prefault({}),
  }),
  z.strictObject({
    driver: z.literal("virtualmin"),
    ...shared,
    settings: virtualminSettings.omit(inPanel).prefault({}),
  }),
]);

export type PanelConfig = z.output<typeof panelEntry>;
export const PANEL_DRIVERS = ["cpanel", "plesk", "directadmin", "virtualmin"] as const;
