import { asId, failure, priceOf } from "@hostseal/core";
import type {
  Clock,
  CollectedCertificate,
  IdempotencyKey,
  IssuerOrder,
  IssuerRef,
  MethodChoice,
  PlaceRequest,
  Product,
  ReissueRequest,
} from "@hostseal/core";
import { decodeCsr } from "@hostseal/pki";
import type { DomainName } from "@hostseal/rules";
import { DAY } from "@hostseal/rules";
import type { IssuerHabits } from "./issuer-habits.ts";
import type { Account } from "./simulated-account.ts";
import { artefactOf, isKnownToPeople, isValid, namesOf, openAccount, viewOf } from "./simulated-account.ts";
import type { SimulatedAuthority } from "./simulated-authority.ts";
import { isShown } from "./simulated-outside.ts";
import type { SimulatedOutside } from "./simulated-outside.ts";

export type DeskSettings = {
  readonly authority: SimulatedAuthority;
  readonly clock: Pick<Clock, "now">;
  readonly product: Product;
  readonly habits: IssuerHabits;
  readonly outside: SimulatedOutside;
};

export const TITLE = "Simulated CA";

const withoutArtefacts = (view: IssuerOrder): IssuerOrder => ({
  ...view,
  validations: view.validations.map(({ artefact: _untold, ...validation }) => validation),
});

/** The work behind the counter of an issuer: it never fails for moods of its own. */
export const createDesk = (settings: DeskSettings) => {
  const { authority, clock, product, habits, outside } = settings;
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

  const setValidation = (ref: IssuerRef, name: DomainName, choice: MethodChoice): IssuerOrder => {
    accountOf(ref).methods.set(name, choice);
    accountOf(ref).failed.delete(name);
    return shown(accountOf(ref));
  };

  const find = (key: IdempotencyKey): IssuerOrder | undefined => {
    const found = byKey(key);
    return found && shown(found);
  };

  const revoke = (ref: IssuerRef): IssuerOrder => rule(accountOf(ref), { kind: "revoked", at: clock.now() });

  return { accounts, place, look, check, collect, reissue, setValidation, find, revoke, cancel, rule };
};
