import type { InstallKey, InstallPlan } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { toErrand } from "../api/extension.ts";
import { leaf, type Markup, node } from "../api/markup.ts";
import type { Undo } from "./receipt.ts";

/** Operations of an installation, each as the vendor's reference writes it. */

const property = (name: string, value: string): Markup => node("property", leaf("name", name), leaf("value", value));

/** Makes a site use a certificate of its repository; the empty name means none of its own. */
export const toBind = ({ site }: Undo, certificate: string, ssl: boolean): Markup => {
  const hosting = node("vrt_hst", property("ssl", String(ssl)), property("certificate_name", certificate));
  const values = node("values", node("hosting", hosting));
  return node("site", node("set", node("filter", leaf("name", site)), values));
};

export const toWebmail = ({ siteId }: Undo, certificate: string): Markup =>
  node(
    "mail",
    node("set_prefs", node("filter", leaf("site-id", siteId)), node("prefs", leaf("webmail-certificate", certificate))),
  );

export const toRemove = ({ site }: Undo, names: readonly string[]): Markup =>
  node("certificate", ...names.map((name) => node("remove", node("filter", leaf("name", name)), leaf("site", site))));

export const toPool = ({ site }: Undo): Markup =>
  node("certificate", node("get-pool", node("filter", leaf("domain-name", site))));

type Material = { readonly undo: Undo; readonly plan: InstallPlan; readonly account: string };

const storeBrought = ({ undo, plan }: Material, key: Secret): Markup =>
  node(
    "certificate",
    node(
      "install",
      leaf("name", undo.name),
      leaf("site", undo.site),
      node(
        "content",
        leaf("csr", ""),
        leaf("pvt", key.reveal()),
        leaf("cert", plan.certificate),
        leaf("ca", plan.chain.join("\n")),
      ),
    ),
  );

/** Puts the certificate with its key into the repository; a key that was made there is put in by our extension. */
export const toStore = (material: Material, key: InstallKey): Markup => {
  if (key.kind === "brought") return storeBrought(material, key.pem);
  const { undo, plan, account } = material;
  return toErrand("install-kept", {
    account,
    site: undo.site,
    reference: key.reference,
    name: undo.name,
    certificate: Buffer.from(plan.certificate).toString("base64"),
    chain: Buffer.from(plan.chain.join("\n")).toString("base64"),
  });
};
