import { can } from "@hostseal/core";
import { type CpanelAccount, createCpanelHost } from "@hostseal/cpanel";
import { createCpanelDouble, type CpanelDouble } from "@hostseal/panel-doubles/cpanel";
import { openPanelSubject, type PanelUnderTest } from "./host-panel-subject.ts";

export const capabilities = { zone: can, webroot: can, keys: can };

/** As the README of the plugin says. */
const callBounds: PanelUnderTest["callBounds"] = {
  examine: 4,
  sites: 1,
  installed: 2,
  plan: 4,
  apply: 5,
  commit: 1,
  rollback: 9,
  zoneFor: 1,
  add: 3,
  remove: 3,
  siteFor: 1,
  publish: 3,
  withdraw: 4,
  make: 3,
  forget: 2,
};

/** How an account is reached, and what the server is like, when it is not a WHM token on the newest version. */
export type CpanelWish = Pick<CpanelAccount, "access" | "services" | "login"> & {
  readonly version?: string;
  readonly openDouble?: typeof createCpanelDouble;
};

const usual = {
  title: "cPanel & WHM",
  capabilities,
  callBounds,
  apiShowsKeys: true,
};

/** The same server for somebody who comes with the token of the account itself. */
const byItself = (double: CpanelDouble): CpanelDouble => {
  const credential = double.accountCredential;
  return { ...double, credential, withoutPermission: () => ({ ...double.withoutPermission(), credential }) };
};

/** An account of a cPanel server over a world of its own. */
export const openCpanel = async ({ version, openDouble = createCpanelDouble, ...options }: CpanelWish = {}) => {
  const doubles: CpanelDouble[] = [];
  const subject = await openPanelSubject({
    ...usual,
    ...(version !== undefined && { callBounds: { ...callBounds, publish: 6 } }),
    openDouble: (world, deps) => {
      const double = openDouble(world, { ...deps, ...(version !== undefined && { version }) });
      doubles.push(double);
      return options.access === "account" ? byItself(double) : double;
    },
    createHost: (settings, deps) => createCpanelHost({ ...settings, ...options }, deps),
  });
  const [double] = doubles;
  if (!double) throw new TypeError("no double was opened");
  return { ...subject, double };
};
