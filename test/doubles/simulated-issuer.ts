import { asId, can, cannot, failure, priceOf } from "@hostseal/core";
import type {
  Artefact,
  Clock,
  CollectedCertificate,
  IdempotencyKey,
  Issuer,
  IssuerOrder,
  IssuerRef,
  Money,
  PlaceRequest,
  Product,
  ReissueRequest,
  ValidationProblem,
} from "@hostseal/core";
import { decodeCsr } from "@hostseal/pki";
import type { DomainName, Instant } from "@hostseal/rules";
import { DAY } from "@hostseal/rules";
import type { Moods } from "./moods.ts";
import { callWith, issuerFailure } from "./moods.ts";
import type { Account } from "./simulated-account.ts";
import { artefactOf, isKnownToPeople, isValid, namesOf, openAccount, viewOf } from "./simulated-account.ts";
import type { SimulatedAuthority } from "./simulated-authority.ts";
import { isShown } from "./simulated-outside.ts";
import type { SimulatedOutside } from "./simulated-outside.ts";

export type SimulatedIssuer = Issuer & {
  /** What really is there, behind the port. */
  readonly books: {
    orders(): number;
    charges(): number;
    /** How many certificates were made, over all orders. */
    certificates(): number;
    /** What is asked of people now, over all orders. */
    wanted(): readonly Artefact[];
    /** The issuer's own decision about its only order. */
    rule(status: IssuerOrder["status"]): void;
  };
};

/** How the issuer does its work; each is asked whenever it matters. */
export type IssuerHabits = {
  readonly balance: () => Money;
  /** Whether somebody follows the link in an approval message. */
  readonly approves: () => boolean;
  /** Whether the organisation has been called by now. */
  readonly organisationIsChecked: () => boolean;
  /** Whether it says already what it wants to see. */
  readonly tellsArtefacts: () => boolean;
  /** Whether it looks for proofs when it is asked to. */
  readonly examines: () => boolean;
  /** Whether it looks for proofs also without being asked. */
  readonly examinesByItself: boolean;
  /** Why it does not accept a proof that is there, if it does not. */
  readonly objects: () => ValidationProblem | undefined;
  /** Whether it makes the certificate at once when everything is shown. */
  readonly issuesAtOnce: () => boolean;
  /** When it advises to replace a certificate; without it there is no adviser. */
  readonly advice?: () => { readonly start: Instant; readonly end: Instant } | undefined;
  /** Whether it ever tells when the licence ends. */
  readonly tellsLicence: boolean;
};

export type SimulatedIssuerSettings = {
  readonly authority: SimulatedAuthority;
  readonly clock: Pick<Clock, "now">;
  readonly product: Product;
  readonly moods: Moods;
  readonly habits: IssuerHabits;
  readonly outside: SimulatedOutside;
};

const TITLE = "Simulated CA";

const withoutArtefacts = (view: IssuerOrder): IssuerOrder => ({
  ...view,
  validations: view.validations.map(({ artefact: _untold, ...validation }) => validation),
});

/** An issuer in memory that behaves, or misbehaves, as its moods say; with an answer lost only after the deed. */
export const createSimulatedIssuer = (settings: SimulatedIssuerSettings): SimulatedIssuer => {
  const { authority, clock, product, habits, outside } = settings;
  const call = callWith(settings.moods, issuerFailure);
  const accounts: Account[] = [];

  const shown = (account: Account): IssuerOrder => {
    const { licence, ...view } = viewOf(account, clock.now());
    const told = habits.tellsArtefacts() ? view : withoutArtefacts(view);
    return { ...told, ...(licence !== undefined && habits.tellsLicence && { licence }) };
  };

  const accountOf = (ref: IssuerRef): Account => {
    const account = accounts.find((one) => one.ref === ref);
    if (account === undefined) throw failure("issuer.order-unknown", { issuer: TITLE, ref });
    return account;
  };

  const byKey = (key: IdempotencyKey): Account | undefined => accounts.find(({ keys }) => keys.has(key));

  const issue = async (account: Account): Promise<void> => {
    const generation = account.generations.at(-1);
    if (generation === undefined || generation.leaf !== undefined) return;
    const at = clock.now();
    account.licence ??= { start: at, end: at + account.request.years * 365 * DAY };
    const decoded = decodeCsr(generation.csr);
    if (decoded.kind === "malformed") throw new TypeError("the core sent a request that cannot be read");
    const { publicKeyPem } = decoded.csr;
    generation.leaf = await authority.issue({ publicKeyPem, names: generation.names, at, until: account.licence.end });
    account.status = { kind: "issued" };
  };

  const progress = async (account: Account): Promise<void> => {
    const { kind } = account.status;
    if (kind !== "awaiting-validation" && kind !== "awaiting-organisation" && kind !== "issuing") return;
    if (!namesOf(account).every((name) => isValid(account, name, clock.now()))) return;
    if (account.request.organisation !== undefined && account.organisationCheckedAt === undefined) {
      account.status = { kind: "awaiting-organisation" };
      if (!habits.organisationIsChecked()) return;
      account.organisationCheckedAt = clock.now();
    }
    account.status = { kind: "issuing" };
    if (habits.issuesAtOnce()) await issue(account);
  };

  const isApproved = (account: Account): boolean => isKnownToPeople(account, clock.now()) && habits.approves();

  const examine = (account: Account, name: DomainName): void => {
    if (isValid(account, name, clock.now())) return;
    const artefact = artefactOf(account, name);
    const isProven = artefact.kind === "email" ? isApproved(account) : isShown(artefact, outside);
    if (!isProven) return;
    const because = habits.objects();
    if (because === undefined) account.valid.set(name, clock.now());
    else account.failed.set(name, { at: clock.now(), because });
  };

  const check = async (ref: IssuerRef): Promise<IssuerOrder> => {
    const account = accountOf(ref);
    if (account.status.kind === "awaiting-validation" && habits.examines())
      for (const name of namesOf(account)) examine(account, name);
    await progress(account);
    return shown(account);
  };

  const place = (request: PlaceRequest): IssuerOrder => {
    const known = byKey(request.key);
    if (known !== undefined) return shown(known);
    const charged = priceOf(product, request.names, request.years);
    if (habits.balance().amount < charged.amount) throw failure("issuer.funds", { issuer: TITLE });
    const account = openAccount(asId(`sim-${accounts.length + 1}`), request, { charged, now: clock.now() });
    accounts.push(account);
    return shown(account);
  };

  const reissue = async (ref: IssuerRef, request: ReissueRequest): Promise<IssuerOrder> => {
    const account = accountOf(ref);
    if (account.keys.has(request.key)) return shown(account);
    if (account.status.kind === "revoked")
      throw failure("issuer.rejected", { issuer: TITLE, because: "a revoked certificate cannot be reissued" });
    account.keys.add(request.key);
    for (const { name, choice } of request.methods) account.methods.set(name, choice);
    account.failed.clear();
    account.generations.push({ csr: request.csr, names: request.names, since: clock.now() });
    account.status = { kind: "awaiting-validation" };
    await progress(account);
    return shown(account);
  };

  const collect = (ref: IssuerRef, generation: number): CollectedCertificate => {
    const leaf = accountOf(ref).generations[generation - 1]?.leaf;
    if (leaf === undefined) throw failure("issuer.wrong-state", { issuer: TITLE, because: "not issued" });
    return { generation, leaf, intermediates: [] };
  };

  const rule = (account: Account, status: IssuerOrder["status"]): IssuerOrder => {
    account.status = status;
    return shown(account);
  };

  const cancel = (ref: IssuerRef): IssuerOrder => {
    const account = accountOf(ref);
    if (account.licence !== undefined) throw failure("issuer.wrong-state", { issuer: TITLE, because: "it is issued" });
    return rule(account, { kind: "cancelled" });
  };

  const look = async (ref: IssuerRef): Promise<IssuerOrder> => {
    if (habits.examinesByItself) return check(ref);
    await progress(accountOf(ref));
    return shown(accountOf(ref));
  };

  const { advice } = habits;
  return {
    manifest: {
      id: "simulated",
      title: TITLE,
      methods: ["dns-txt", "dns-cname", "file", "email"],
      capabilities: {
        wildcard: can,
        multiDomain: can,
        organisation: can,
        catalogue: can,
        purse: can,
        revoker: can,
        canceller: can,
        approvers: cannot("nobody reads its mail"),
        finder: can,
        adviser: advice === undefined ? cannot("it gives no advice") : can,
      },
    },
    place: (request) => call(() => place(request)),
    look: (ref) => call(() => look(ref)),
    setValidation: (ref, name, choice) =>
      call(() => {
        accountOf(ref).methods.set(name, choice);
        accountOf(ref).failed.delete(name);
        return shown(accountOf(ref));
      }),
    check: (ref) => call(() => check(ref)),
    collect: (ref, generation) => call(() => collect(ref, generation)),
    reissue: (ref, request) => call(() => reissue(ref, request)),
    catalogue: { products: () => call(() => [product]) },
    purse: { balance: () => call(habits.balance) },
    revoker: { revoke: (ref) => call(() => rule(accountOf(ref), { kind: "revoked", at: clock.now() })) },
    canceller: { cancel: (ref) => call(() => cancel(ref)) },
    finder: {
      find: (key) =>
        call(() => {
          const found = byKey(key);
          return found && shown(found);
        }),
    },
    ...(advice !== undefined && { adviser: { window: () => call(advice) } }),
    books: {
      orders: () => accounts.length,
      charges: () => accounts.filter(({ status }) => status.kind !== "cancelled").length,
      certificates: () => accounts.flatMap(({ generations }) => generations).filter(({ leaf }) => leaf).length,
      wanted: () =>
        accounts
          .filter((account) => isKnownToPeople(account, clock.now()))
          .flatMap((account) => namesOf(account).map((name) => artefactOf(account, name))),
      rule: (status) => {
        const [only] = accounts;
        if (only !== undefined) rule(only, status);
      },
    },
  };
};
