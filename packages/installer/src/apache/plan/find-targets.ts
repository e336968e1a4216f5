import { type Served, whichVirtualHost } from "../match/which-virtual-host.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";
import { type CertificateWish, portsOf } from "./certificate-wish.ts";
import type { PlanNote } from "./plan-note.ts";
import type { PlanRefusal } from "./plan-refusal.ts";
import { redirectsToHttps } from "./safe-body.ts";

/** What has to be done about some of the addresses: change a host that serves TLS, or add one beside a plain one. */
export type Target = {
  readonly kind: "change" | "add";
  readonly host: VirtualHost;
  readonly addresses: readonly string[];
};

export type Targets =
  | { readonly kind: "found"; readonly targets: readonly Target[]; readonly notes: readonly PlanNote[] }
  | { readonly kind: "refused"; readonly refusal: PlanRefusal };

type Answer = Extract<Served, { kind: "served" }>;

const isAlone = ({ by, host, set }: Answer): boolean =>
  by === "default" && set.hosts.length === 1 && host.serverName === undefined && host.aliases.length === 0;

/** The answer of a host that is meant: it says the name, or is alone and says none. */
export const meant = (answer: Served): Answer | undefined =>
  answer.kind === "served" && (answer.by !== "default" || isAlone(answer)) ? answer : undefined;

/** The host that answers for the name over plain HTTP. */
export const plainHost = (wish: CertificateWish, address: string): VirtualHost | undefined =>
  meant(whichVirtualHost(wish.reading.sets, { address, port: portsOf(wish).http, name: wish.name }))?.host;

/** Why nothing may be written into a host. */
export const originRefusal = (host: VirtualHost): PlanRefusal | undefined => {
  if (host.origin.kind === "macro") return { kind: "made-by-macro", host, macro: host.origin.name };
  if (host.origin.kind === "panel") return { kind: "panel-managed", host, panel: host.origin.panel };
  return undefined;
};

/** Whether a host over plain HTTP says the name and has more to say than where the site is. */
const isSite = (answer: Answer | undefined): boolean =>
  answer !== undefined &&
  answer.by !== "default" &&
  !answer.host.actives.some((active) => redirectsToHttps(active, answer.host));

const refusalFor = ({ host, hidden }: Answer, name: string): PlanRefusal | undefined => {
  const [other] = hidden;
  return other ? { kind: "name-twice", name, host, other } : originRefusal(host);
};

type Step = { readonly kind: Target["kind"]; readonly answer: Answer };

const stepFor = (wish: CertificateWish, address: string): Step | PlanRefusal => {
  const { reading, name } = wish;
  const { http, https } = portsOf(wish);
  const over = (port: number) => whichVirtualHost(reading.sets, { address, port, name });
  const [tls, plain] = [over(https), over(http)];
  const [secure, insecure] = [meant(tls), meant(plain)];
  if (secure?.host.tls.engine === "on" && (secure.by !== "default" || !isSite(insecure)))
    return { kind: "change", answer: secure };
  if (secure && secure.by !== "default") return { kind: "plain-on-tls-port", host: secure.host };
  if (insecure) return { kind: "add", answer: insecure };
  return { kind: "name-unknown", name, because: tls.because };
};

const grouped = (found: readonly (Target & { readonly address: string })[]): readonly Target[] => {
  const targets = new Map<string, Target>();
  for (const { kind, host, address } of found) {
    const key = `${kind} ${host.at.path}:${host.at.line}`;
    targets.set(key, { kind, host, addresses: [...(targets.get(key)?.addresses ?? []), address] });
  }
  return [...targets.values()];
};

/** The virtual hosts that have to be changed or added so that the name is served on all addresses. */
export const findTargets = (wish: CertificateWish): Targets => {
  if (wish.addresses.length === 0) throw new TypeError("a certificate is wished for on no address");
  const found: (Target & { readonly address: string })[] = [];
  const notes: PlanNote[] = [];
  for (const address of wish.addresses) {
    const step = stepFor(wish, address);
    if (!("answer" in step)) return { kind: "refused", refusal: step };
    const refusal = refusalFor(step.answer, wish.name);
    if (refusal) return { kind: "refused", refusal };
    const { host, by } = step.answer;
    if (by === "default" && !found.some((one) => one.host === host)) notes.push({ kind: "serves-any-name", host });
    found.push({ kind: step.kind, host, addresses: [address], address });
  }
  return { kind: "found", targets: grouped(found), notes };
};
