import { asId, can, cannot, failure, priceOf } from "@hostseal/core";
import type {
  CollectedCertificate,
  Clock,
  IdempotencyKey,
  Issuer,
  IssuerOrder,
  IssuerRef,
  IssuerValidation,
  Money,
  PlaceRequest,
  Product,
  ReissueRequest,
} from "@hostseal/core";
import { decodeCsr } from "@hostseal/pki";
import { DAY, reuseUntil, withoutWildcard } from "@hostseal/rules";
import type { DomainName, Instant } from "@hostseal/rules";
import type { Moods } from "./moods.ts";
import { issuerFailure } from "./moods.ts";
import type { SimulatedAuthority } from "./simulated-authority.ts";

type Generation = { readonly csr: string; readonly names: readonly DomainName[]; leaf?: string };
type Account = {
  readonly ref: IssuerRef;
  readonly years: number;
  readonly charged: Money;
  readonly keys: Set<IdempotencyKey>;
  readonly generations: Generation[];
  readonly methods: Map<DomainName, PlaceRequest["methods"][number]["choice"]>;
  readonly valid: Map<DomainName, Instant>;
  licence?: { start: Instant; end: Instant };
  status: IssuerOrder["status"];
};

export type SimulatedIssuer = Issuer & {
  /** What really is there, behind the port. */
  readonly books: {
    orders(): number;
    charges(): number;
    certificates(): number;
    /** The TXT value that a person was told to publish at a host. */
    wantedAt(host: string): string | undefined;
  };
};

export type SimulatedIssuerSettings = {
  readonly authority: SimulatedAuthority;
  readonly clock: Pick<Clock, "now">;
  readonly product: Product;
  readonly moods: Moods;
  readonly balance: () => Money;
  /** What is published at a host. */
  readonly txt: (host: string) => readonly string[];
  /** Whether somebody follows the link in an approval message. */
  readonly approves: () => boolean;
};

const hostOf = (name: DomainName): string => `_proof.${withoutWildcard(name)}`;

const proofValue = (ref: IssuerRef, generation: number): string => `proof-${ref}-${generation}`;

/** An issuer in memory that behaves, or misbehaves, as its moods say; with an answer lost only after the deed. */
export const createSimulatedIssuer = (settings: SimulatedIssuerSettings): SimulatedIssuer => {
  const { authority, clock, product, moods, balance, txt, approves } = settings;
  const accounts: Account[] = [];

  const accountOf = (ref: IssuerRef): Account => {
    const account = accounts.find((one) => one.ref === ref);
    if (account === undefined) throw failure("issuer.order-unknown", { issuer: "Simulated CA", ref });
    return account;
  };

  const isReusable = (account: Account, name: DomainName): boolean => {
    const at = account.valid.get(name);
    return (
      at !== undefined &&
      reuseUntil({ validatedAt: at, brand: "sandbox", level: "dv", method: "dns-txt" }) >= clock.now()
    );
  };

  const validationOf = (account: Account, name: DomainName): IssuerValidation => {
    const choice = account.methods.get(name) ?? { method: "dns-txt" };
    const value = proofValue(account.ref, account.generations.length);
    const artefact =
      choice.method === "email"
        ? ({ kind: "email", address: choice.address } as const)
        : ({ kind: "dns-txt", host: hostOf(name), value } as const);
    const at = account.valid.get(name);
    const status = isReusable(account, name)
      ? ({ kind: "valid", at: at ?? 0, reused: at !== clock.now() } as const)
      : ({ kind: "pending" } as const);
    return { subject: { kind: "name", name }, method: choice.method, artefact, status };
  };

  const viewOf = (account: Account): IssuerOrder => ({
    ref: account.ref,
    status: account.status,
    rawStatus: account.status.kind,
    generation: account.generations.length,
    validations: (account.generations.at(-1)?.names ?? []).map((name) => validationOf(account, name)),
    charged: account.charged,
    ...(account.licence !== undefined && { licence: account.licence }),
  });

  const issueIfReady = async (account: Account): Promise<void> => {
    const generation = account.generations.at(-1);
    if (generation === undefined || generation.leaf !== undefined) return;
    if (account.status.kind !== "awaiting-validation") return;
    if (!generation.names.every((name) => isReusable(account, name))) return;
    const at = clock.now();
    account.licence ??= { start: at, end: at + account.years * 365 * DAY };
    const decoded = decodeCsr(generation.csr);
    if (decoded.kind === "malformed") throw new TypeError("the core sent a request that cannot be read");
    const { publicKeyPem } = decoded.csr;
    generation.leaf = await authority.issue({ publicKeyPem, names: generation.names, at, until: account.licence.end });
    account.status = { kind: "issued" };
  };

  /** One call: fails before or after the deed, as the mood says. */
  const call = async <Answer>(deed: () => Promise<Answer>): Promise<Answer> => {
    const mood = moods();
    if (mood !== "well" && mood !== "lost") throw issuerFailure(mood);
    const answer = await deed();
    if (mood === "lost") throw issuerFailure(mood);
    return answer;
  };

  const byKey = (key: IdempotencyKey): Account | undefined => accounts.find(({ keys }) => keys.has(key));

  const place = async (request: PlaceRequest): Promise<IssuerOrder> => {
    const known = byKey(request.key);
    if (known !== undefined) return viewOf(known);
    const charged = priceOf(product, request.names, request.years);
    if (balance().amount < charged.amount) throw failure("issuer.funds", { issuer: "Simulated CA" });
    const account: Account = {
      ref: asId(`sim-${accounts.length + 1}`),
      years: request.years,
      charged,
      keys: new Set([request.key]),
      generations: [{ csr: request.csr, names: request.names }],
      methods: new Map(request.methods.map(({ name, choice }) => [name, choice])),
      valid: new Map(),
      status: { kind: "awaiting-validation" },
    };
    accounts.push(account);
    return viewOf(account);
  };

  const reissue = async (ref: IssuerRef, request: ReissueRequest): Promise<IssuerOrder> => {
    const account = accountOf(ref);
    if (account.keys.has(request.key)) return viewOf(account);
    if (account.status.kind === "revoked")
      throw failure("issuer.rejected", { issuer: "Simulated CA", because: "a revoked certificate cannot be reissued" });
    account.keys.add(request.key);
    for (const { name, choice } of request.methods) account.methods.set(name, choice);
    account.generations.push({ csr: request.csr, names: request.names });
    account.status = { kind: "awaiting-validation" };
    await issueIfReady(account);
    return viewOf(account);
  };

  const isProven = (account: Account, name: DomainName, value: string): boolean =>
    account.methods.get(name)?.method === "email" ? approves() : txt(hostOf(name)).includes(value);

  const check = async (ref: IssuerRef): Promise<IssuerOrder> => {
    const account = accountOf(ref);
    const value = proofValue(ref, account.generations.length);
    for (const name of account.generations.at(-1)?.names ?? [])
      if (!isReusable(account, name) && isProven(account, name, value)) account.valid.set(name, clock.now());
    await issueIfReady(account);
    return viewOf(account);
  };

  const collect = async (ref: IssuerRef, generation: number): Promise<CollectedCertificate> => {
    const leaf = accountOf(ref).generations[generation - 1]?.leaf;
    if (leaf === undefined) throw failure("issuer.wrong-state", { issuer: "Simulated CA", because: "not issued" });
    return { generation, leaf, intermediates: [] };
  };

  const revoke = async (ref: IssuerRef): Promise<IssuerOrder> => {
    const account = accountOf(ref);
    account.status = { kind: "revoked", at: clock.now() };
    return viewOf(account);
  };

  const cancel = async (ref: IssuerRef): Promise<IssuerOrder> => {
    const account = accountOf(ref);
    if (account.licence !== undefined)
      throw failure("issuer.wrong-state", { issuer: "Simulated CA", because: "it is issued" });
    account.status = { kind: "cancelled" };
    return viewOf(account);
  };

  const setValidation: Issuer["setValidation"] = async (ref, name, choice) => {
    const account = accountOf(ref);
    account.methods.set(name, choice);
    return viewOf(account);
  };

  return {
    manifest: {
      id: "simulated",
      title: "Simulated CA",
      methods: ["dns-txt", "email"],
      capabilities: {
        wildcard: can,
        multiDomain: can,
        organisation: cannot("it simulates domain validation only"),
        catalogue: can,
        purse: can,
        revoker: can,
        canceller: can,
        approvers: cannot("nobody reads its mail"),
        finder: can,
        adviser: cannot("it gives no advice"),
      },
    },
    place: (request) => call(() => place(request)),
    look: (ref) =>
      call(async () => {
        const account = accountOf(ref);
        if (account.status.kind === "awaiting-validation") await check(ref);
        return viewOf(account);
      }),
    setValidation: (...change) => call(() => setValidation(...change)),
    check: (ref) => call(() => check(ref)),
    collect: (ref, generation) => call(() => collect(ref, generation)),
    reissue: (ref, request) => call(() => reissue(ref, request)),
    catalogue: { products: () => call(async () => [product]) },
    purse: { balance: () => call(async () => balance()) },
    revoker: { revoke: (ref) => call(() => revoke(ref)) },
    canceller: { cancel: (ref) => call(() => cancel(ref)) },
    finder: {
      find: (key) =>
        call(async () => {
          const found = byKey(key);
          return found && viewOf(found);
        }),
    },
    books: {
      orders: () => accounts.length,
      charges: () => accounts.filter(({ status }) => status.kind !== "cancelled").length,
      wantedAt: (host) => {
        const account = accounts.findLast(({ generations }) =>
          generations.at(-1)?.names.some((name) => hostOf(name) === host),
        );
        return account && proofValue(account.ref, account.generations.length);
      },
      certificates: () => accounts.flatMap(({ generations }) => generations).filter(({ leaf }) => leaf).length,
    },
  };
};
