import { asId, failure, type SiteId, type Webroot } from "@hostseal/core";
import type { DomainName } from "@hostseal/rules";
import type { Reached } from "../apply/index.ts";
import type { WebServerConfig } from "../plan/index.ts";
import { publishRequest, type WellKnownFile, withdrawRequest } from "../script/index.ts";
import { changeConfig, changeConfigForGood } from "./change-config.ts";
import { converse } from "./converse.ts";
import { nameOf } from "./plan-on.ts";
import { awaitFile, seeFile, type ShownFile } from "./see-file.ts";
import { isOpen, splitPath, type ValidationPlace, validationPlace } from "./validation-place.ts";

export type FacetPorts = {
  readonly host: string;
  /** The folder on the host for journals and keys. */
  readonly state: string;
  /** Where the sites answer. */
  readonly addresses: readonly string[];
  readonly reaching: <Result>(work: (reached: Reached) => Promise<Result>) => Promise<Result>;
  /** Reads the configuration of the server that serves a name, where several do. */
  readonly read: (reached: Reached, name?: string) => Promise<WebServerConfig>;
};

/** A host that we are connected to, and what is wished for one of its sites. */
type Errand = {
  readonly ports: FacetPorts;
  readonly reached: Reached;
  readonly config: WebServerConfig;
  readonly name: DomainName;
  readonly path: string;
};

const fileBelow = ({ ports, config, path }: Errand, root: string): WellKnownFile => ({
  ...splitPath(ports.host, path),
  root,
  server: config.facts.server.commands.server,
});

/** What was said; `left` when other files lie in its folder. */
const withdrawFrom = async (errand: Errand, root: string): Promise<readonly string[]> => {
  const heard = await converse(errand.reached, withdrawRequest(fileBelow(errand, root)));
  return heard.flatMap((message) => (message.kind === "word" ? [message.word] : []));
};

/** Says whether it could be written: something may be in its way, or the root be none that the server shows. */
const writeTo = async (errand: Errand, root: string, body: string): Promise<boolean> => {
  const bytes = Buffer.from(body);
  const heard = await converse(errand.reached, publishRequest(fileBelow(errand, root), bytes.length), bytes);
  return heard.some((message) => message.kind === "word" && message.word === "published");
};

const writeOrThrow = async (errand: Errand, root: string, body: string): Promise<void> => {
  if (await writeTo(errand, root, body)) return;
  const because = `something is in the way of ${errand.path} below ${root}`;
  throw failure("host.refused", { host: errand.ports.host, because });
};

const shownFile = ({ ports, name, path }: Errand, body: string): ShownFile => ({
  addresses: ports.addresses,
  name,
  path,
  body,
});

/** Below the document root of the site, where visitors see it; says whether they do. */
const showInRoot = async (errand: Errand, root: string, body: string): Promise<boolean> => {
  if (!(await writeTo(errand, root, body))) return false;
  if ((await seeFile(errand.reached, shownFile(errand, body))) !== "otherwise") return true;
  await withdrawFrom(errand, root);
  return false;
};

const unseen = ({ ports, name, path }: Errand, because: string) =>
  failure("host.refused", { host: ports.host, because: `http://${name}${path} does not show the file: ${because}` });

/** Past what is in the way, by a location that the configuration gets for as long as there are files in it. */
const showInLocation = async (errand: Errand, place: ValidationPlace, body: string): Promise<void> => {
  const { ports, reached, config } = errand;
  const planned = config.planLocation(place);
  if (planned.kind === "refused") throw unseen(errand, planned.because);
  const folders = [...place.above, place.root];
  const gate = await changeConfig(reached, config, { state: ports.state, changes: planned.changes, folders });
  try {
    await writeOrThrow(errand, place.root, body);
    if ((await awaitFile(reached, shownFile(errand, body), gate.testTime)) === "otherwise")
      throw unseen(errand, "something else answers there");
  } catch (thrown) {
    await withdrawFrom(errand, place.root);
    await gate.end("rollback");
    throw thrown;
  }
  const ending = await gate.end("commit");
  if (ending.kind !== "committed") throw unseen(errand, "the change of the configuration did not last");
};

const publish = async (errand: Errand, body: string): Promise<void> => {
  const place = validationPlace(errand.config, errand.name, errand.path);
  if (place && isOpen(errand.config, place)) {
    await writeOrThrow(errand, place.root, body);
    return;
  }
  const root = errand.config.plainRootOf(errand.name);
  if (root !== undefined && (await showInRoot(errand, root, body))) return;
  if (!place)
    throw unseen(errand, root === undefined ? "it has no document root of its own" : "something is in the way");
  await showInLocation(errand, place, body);
};

const withdraw = async (errand: Errand): Promise<void> => {
  const { ports, reached, config, name, path } = errand;
  const root = config.plainRootOf(name);
  if (root !== undefined) await withdrawFrom(errand, root);
  const place = validationPlace(config, name, path);
  if (!place || !isOpen(config, place)) return;
  if ((await withdrawFrom(errand, place.root)).includes("left")) return;
  const changes = config.planLocationRemoval(place.files);
  await changeConfigForGood(reached, config, { state: ports.state, changes, folders: [] });
};

/** Validation files of the sites: below their document roots or, where that is not what visitors see, past it. */
export const createWebroot = (ports: FacetPorts): Webroot => {
  const { host, reaching, read } = ports;
  const running = async (site: SiteId, path: string, work: (errand: Errand) => Promise<void>): Promise<void> => {
    splitPath(host, path);
    await reaching(async (reached) => {
      const config = await read(reached, site);
      await work({ ports, reached, config, name: nameOf(host, config, site), path });
    });
  };
  return {
    siteFor: async (name) => {
      const first = (await reaching(async (reached) => read(reached, name))).siteFor(name);
      return first === undefined ? undefined : asId<SiteId>(first);
    },
    publish: async (site, path, body) => running(site, path, async (errand) => publish(errand, body)),
    withdraw: async (site, path) => running(site, path, withdraw),
  };
};
