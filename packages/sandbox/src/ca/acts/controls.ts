import type { OrganisationCheck, OutgoingMail, RevocationReason, ValidationProblem } from "@hostseal/core";
import type { Desk } from "../desk.ts";
import type { FaultPlan, Faults } from "../faults.ts";
import type { Entry } from "../orders/ledger.ts";
import type { CaOrder, Generation } from "../orders/order.ts";
import { currentGeneration, withCase } from "../orders/order.ts";
import { isDone } from "../orders/stage.ts";
import { refuse } from "../refusal.ts";
import { approve } from "./answer-letter.ts";
import { caseOf } from "./choose-method.ts";
import { reject, revoke } from "./end-order.ts";
import { inTurn } from "./own-order.ts";
import { settle } from "./settle.ts";

/** What a test or a demo may do on the authority's side, where a real one has staff, customers and bad days. */
export type Controls = {
  /** Approves the mail of a name as its receiver would. */
  readonly approveMail: (ref: string, name: string) => Promise<CaOrder>;
  /** Completes one organisation check, or all of them. */
  readonly passOrganisation: (ref: string, check?: OrganisationCheck) => Promise<CaOrder>;
  /** Finds against a name, whatever is published; the next look may find otherwise. */
  readonly failName: (ref: string, name: string, problem: ValidationProblem) => Promise<CaOrder>;
  readonly rejectOrder: (ref: string, evidence: string) => Promise<CaOrder>;
  /** Wants the certificate replaced at once, as before a revocation: the advised window lies in the past. */
  readonly recall: (ref: string) => Promise<CaOrder>;
  /** Revokes without being asked. */
  readonly revoke: (ref: string, reason: RevocationReason) => Promise<CaOrder>;
  /** Remembers a public key as compromised: it is never certified again. */
  readonly reportKey: (publicKeySha256: string) => void;
  readonly setBalance: (partner: string, cents: number) => void;
  readonly suspend: (partner: string, suspended: boolean) => void;
  readonly inject: (plan: FaultPlan) => void;
  readonly clearFaults: () => void;
  readonly orders: () => readonly CaOrder[];
  /** Every movement of every balance. */
  readonly entries: () => readonly Entry[];
  readonly mails: () => readonly OutgoingMail[];
};

export type ControlledParts = {
  readonly desk: Desk;
  readonly faults: Faults;
  readonly suspended: Set<string>;
  readonly sentMails: readonly OutgoingMail[];
};

const ofRef = (desk: Desk, ref: string): CaOrder => {
  const order = desk.book.get(ref);
  if (!order) throw refuse("order-unknown", `there is no order ${ref}`);
  return order;
};

const passSteps = (order: CaOrder, now: number, check?: OrganisationCheck): CaOrder => ({
  ...order,
  organisationSteps: order.organisationSteps.map((step) =>
    !isDone(step, now) && (check === undefined || step.check === check) ? { ...step, doneAt: now } : step,
  ),
});

const recalled = (order: CaOrder, now: number): CaOrder => {
  const mark = (generation: Generation): Generation =>
    generation.certificate
      ? { ...generation, certificate: { ...generation.certificate, replaceNow: now } }
      : generation;
  return { ...order, generations: order.generations.map(mark) };
};

const letterCode = (desk: Desk, order: CaOrder, text: string): string => {
  const { name } = caseOf(order, text);
  const letter = desk.letters.latest({ ref: order.ref, generation: currentGeneration(order).number, name });
  if (!letter) throw refuse("method-refused", `${name} is not validated by e-mail`);
  return letter.code;
};

/** The controls of one authority. */
export const createControls = ({ desk, faults, suspended, sentMails }: ControlledParts): Controls => {
  const change = async (
    ref: string,
    act: (order: CaOrder, now: number) => CaOrder | Promise<CaOrder>,
  ): Promise<CaOrder> => inTurn(desk, ofRef(desk, ref), (order) => act(order, desk.clock.now()));

  return {
    approveMail: async (ref, name) => approve(desk, letterCode(desk, ofRef(desk, ref), name)),
    passOrganisation: (ref, check) => change(ref, (order, now) => settle(desk, passSteps(order, now, check))),
    failName: (ref, name, problem) =>
      change(ref, (order, at) => {
        const sight = { expected: "a proof", actual: "none that counts" };
        return withCase(order, { ...caseOf(order, name), verdict: { kind: "refused", at, problem, sight } });
      }),
    rejectOrder: async (ref, evidence) => reject(desk, ofRef(desk, ref), evidence),
    recall: (ref) => change(ref, recalled),
    revoke: async (ref, reason) => revoke(desk, ofRef(desk, ref), reason),
    reportKey: (key) => void desk.compromisedKeys.add(key),
    setBalance: (partner, cents) => desk.ledger.setBalance(partner, cents),
    suspend: (partner, yes) => void (yes ? suspended.add(partner) : suspended.delete(partner)),
    inject: (plan) => faults.inject(plan),
    clearFaults: () => faults.clear(),
    orders: () => desk.book.all(),
    entries: () => desk.ledger.entries(),
    mails: () => [...sentMails],
  };
};
