import { failure } from "@hostseal/core";
import { installOnHost } from "@hostseal/installer";
import type { HostPlan, Installed, Reached } from "@hostseal/installer";
import type { DomainName } from "@hostseal/rules";
import type { z } from "zod";
import type { CommandContext, Report, Run } from "../../command-line/command-row.ts";
import { EXIT } from "../../exit-codes.ts";
import { toOutcomeJson, toOutcomePage } from "../../views/hosting/outcome-page.ts";
import { toPlanJson, toPlanPage } from "../../views/hosting/plan-page.ts";
import { readName } from "../read-names.ts";
import { readOptions } from "../read-options.ts";
import { installFleet } from "./install-fleet.ts";
import { installOptions, needed } from "./install-options.ts";
import { createProgress } from "./progress.ts";
import { reach } from "./reach.ts";
import type { OwnBundle } from "./read-bundle.ts";
import { readBundle } from "./read-bundle.ts";
import type { SshDesk } from "./ssh-desk.ts";
import { openSshDesk } from "./ssh-desk.ts";
import { planOnServer, readWebServer } from "./web-server.ts";
import { whereToLook } from "./where-to-look.ts";

type Options = z.output<z.ZodObject<typeof installOptions>>;

type Work = {
  readonly context: CommandContext;
  readonly desk: SshDesk;
  readonly name: DomainName;
  readonly bundle: OwnBundle;
  readonly options: Options;
};

const RUN_BYTES = 8;

const planFor = async (reached: Reached, { desk, name, bundle, options }: Work) => {
  const { settings, roots } = desk;
  const server = await readWebServer(reached, settings, name);
  const { certificate, chain } = bundle;
  const redirect = options.redirect || settings.redirect === true;
  const hsts = options.hsts || settings.hsts === true;
  const wish = { name, certificate, chain, at: settings.clock.now(), roots, redirect, hsts };
  return { server, plan: planOnServer(settings.id, server, wish) };
};

const apply = async (reached: Reached, plan: HostPlan, { context, desk, bundle }: Work): Promise<Installed> => {
  const { settings } = desk;
  const { onStep } = createProgress(context);
  const id = `run-${Buffer.from(settings.random.bytes(RUN_BYTES)).toString("hex")}`;
  const addresses = await whereToLook(settings, plan.name, reached.look);
  const key = { kind: "sent", bytes: Buffer.from(`${bundle.key.reveal().trimEnd()}\n`) } as const;
  const { state, patience } = settings;
  return installOnHost(reached, { plan, addresses, id, state, patience, key, onStep });
};

/** Says the word that keeps what was installed; when Ctrl-C came meanwhile, the word that takes it back. */
const conclude = async (host: string, { gate }: Installed, signal: AbortSignal): Promise<void> => {
  const ending = await gate.end(signal.aborted ? "rollback" : "commit");
  signal.throwIfAborted();
  if (ending.kind === "committed") return;
  const because = "the link broke before it said how it ended; `hostseal prove` shows what is served";
  throw failure("host.unreachable", { host, because });
};

const installOn = async (reached: Reached, work: Work): Promise<Report> => {
  const { context, desk, options } = work;
  const host = desk.settings.id;
  const { tell } = createProgress(context);
  const { server, plan } = await planFor(reached, work);
  tell(`${host} runs ${server.software}; ${plan.because}`);
  if (options.dryRun) return { exit: EXIT.done, lines: toPlanPage(plan), json: toPlanJson(host, plan) };
  const installed = await apply(reached, plan, work);
  tell("The certificate is seen from outside, and everything else is as it was");
  await conclude(host, installed, context.signal);
  const outcome = { host, plan, installed, certificate: work.bundle.facts };
  return { exit: EXIT.done, lines: toOutcomePage(outcome), json: toOutcomeJson(outcome) };
};

/**
 * `hostseal install`: puts a certificate that somebody already has onto a site of a host, and proves it from outside; with
 * `--inventory` onto many.
 */
export const install: Run = async (context, given) => {
  if (given.options["inventory"] !== undefined) return installFleet(context, given);
  const options = readOptions(installOptions, given.options);
  const host = needed("--host", options.host);
  const name = readName(needed("--name", options.name));
  const files = { cert: needed("--cert", options.cert), key: needed("--key", options.key), chain: options.chain };
  const desk = await openSshDesk(context, { ...options, host });
  const bundle = await readBundle(files, { name, at: desk.settings.clock.now(), roots: desk.roots });
  const reached = await reach(desk.settings, context.signal);
  await using _ = reached.connection;
  return await installOn(reached, { context, desk, name, bundle, options });
};
