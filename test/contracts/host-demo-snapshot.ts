import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DemoWorld } from "@hostseal/sandbox";
import type { Visitor } from "./host-visitor.ts";

type Parts = Readonly<Record<string, unknown>>;

/** What the panel itself says of a site's certificate, asked without the adapter. */
const panelView = async ({ panel, residents }: DemoWorld): Promise<Parts> => {
  const views = residents.map(async ({ site, account }) => {
    const authorization = `Bearer ${panel.credentials[account].reveal()}`;
    const response = await fetch(`${panel.url}/webspaces/${site}/tls`, { headers: { authorization } });
    return [`tls:${site}`, await response.text()] as const;
  });
  return Object.fromEntries(await Promise.all(views));
};

const servedView = async ({ residents }: DemoWorld, visitor: Visitor): Promise<Readonly<Record<string, string>>> => {
  const views = residents.map(async ({ site, names: [name] }) => {
    const served = name === undefined ? "no name" : await visitor.served(name).catch(() => "not served");
    return [`tls:${site}`, served] as const;
  });
  return Object.fromEntries(await Promise.all(views));
};

const filesBelow = async (folder: string): Promise<Parts> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [`file:${file}`, await readFile(file, "utf8")])),
  );
};

const zoneView = ({ residents, controls }: DemoWorld): Parts =>
  Object.fromEntries(residents.map(({ zone }) => [`zone:${zone}`, controls.dns.zoneEntries(zone)]));

/** Everything the demo world keeps that an adapter could change, under the world's own names of the sites. */
export const takeSnapshot = async (world: DemoWorld, visitor: Visitor, folder: string): Promise<Parts> => {
  const [kept, served] = [await panelView(world), await servedView(world, visitor)];
  const certificates = Object.entries(kept).map(([part, view]) => [part, { kept: view, served: served[part] }]);
  return { ...Object.fromEntries(certificates), ...zoneView(world), ...(await filesBelow(folder)) };
};
