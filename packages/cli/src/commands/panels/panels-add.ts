import { resolve } from "node:path";
import { failure, reasonOf } from "@hostseal/core";
import { readShownCertificate, type ShownCertificate } from "@hostseal/http";
import { z } from "zod";
import type { CommandContext, Run } from "../../command-line/command-row.ts";
import { FINGERPRINT, PANEL_DRIVERS, type PanelConfig } from "../../composition/panels/panel-schema.ts";
import { readRootFiles } from "../../composition/read-root-files.ts";
import { writeIntoConfig } from "../../composition/write-into-config.ts";
import { EXIT } from "../../exit-codes.ts";
import { askFirst } from "../ask-first.ts";
import { many, oneOf, readOptions } from "../read-options.ts";

const optionsShape = {
  driver: oneOf(PANEL_DRIVERS),
  credentialFile: z.string("name the file with the panel's credential"),
  account: many,
  login: z.string().optional(),
  pin: z.string().regex(FINGERPRINT, "write it as 64 hexadecimal digits").optional(),
  ca: z.string().optional(),
};

type Options = z.output<z.ZodObject<typeof optionsShape>>;
type Trust = NonNullable<PanelConfig["trust"]>;

const shownAt = async (name: string, url: string, roots?: readonly string[]): Promise<ShownCertificate> => {
  try {
    return await readShownCertificate(url, roots);
  } catch (thrown) {
    throw failure("host.unreachable", { host: name, because: reasonOf(thrown) }, { cause: thrown });
  }
};

const isAccepted = async (context: CommandContext, name: string, shown: ShownCertificate): Promise<boolean> => {
  const { terminal, isJson } = context;
  if (terminal.ask === undefined || isJson) {
    const because = `${name} shows a certificate that nobody vouches for (${shown.sha256}); compare it, then give it here, or its CA as --ca`;
    throw failure("input.option", { option: "--pin", because });
  }
  terminal.print(`${name} shows a certificate that nobody vouches for: ${shown.subject}`);
  terminal.print(`SHA-256 ${shown.sha256}`);
  return askFirst(context, false, "Is it the panel's own?");
};

const differs = (name: string, pin: string, { sha256 }: ShownCertificate) =>
  failure("host.refused", { host: name, because: `it shows ${sha256}, and not ${pin}` });

/** Whom to trust at this panel; `undefined` for the system's roots, nothing accepted for `false`. */
const trustFor = async (
  context: CommandContext,
  { name, url }: { readonly name: string; readonly url: string },
  { pin, ca }: Options,
): Promise<Trust | undefined | false> => {
  const file = ca === undefined ? undefined : resolve(ca);
  const shown = await shownAt(name, url, file === undefined ? undefined : await readRootFiles([file], context.home));
  if (pin !== undefined && pin !== shown.sha256) throw differs(name, pin, shown);
  if (pin !== undefined) return { sha256: pin };
  if (shown.isTrusted) return file === undefined ? undefined : { roots: [file] };
  return (await isAccepted(context, name, shown)) ? { sha256: shown.sha256 } : false;
};

/** `hostseal panels add`: enters a panel server; a certificate of its own making is compared by a person, and pinned. */
export const panelsAdd: Run = async (context, given) => {
  const options = readOptions(optionsShape, given.options);
  const [name, url] = given.args.map(String) as [string, string];
  const trust = await trustFor(context, { name, url }, options);
  if (trust === false)
    return { exit: EXIT.done, lines: ["Nothing was changed."], json: { type: "panel", panel: name, changed: false } };
  await writeIntoConfig(context.home, ["panels", name], {
    driver: options.driver,
    url,
    credential: { file: resolve(options.credentialFile) },
    ...(trust && { trust }),
    accounts: options.account,
    ...(options.login !== undefined && { settings: { login: options.login } }),
  });
  return {
    exit: EXIT.done,
    lines: [`${name} is entered. \`hostseal panels check ${name}\` says what it can and what is missing.`],
    json: { type: "panel", panel: name, changed: true },
  };
};
