import type { Instant, DomainName } from "@hostseal/rules";
import { methodVerdict, revocationReasonsOffered } from "@hostseal/rules";
import { PREFLIGHT_LIFE } from "../decide/cadence.ts";
import { blockingFinding } from "../decide/draft.ts";
import { failure } from "../errors/failure.ts";
import { formatMoney } from "../orders/money.ts";
import type { OrderEvent } from "../orders/event.ts";
import type { CustomerId, HostId } from "../identifiers.ts";
import type { Hold, Order } from "../orders/order.ts";
import { priceOf } from "../orders/product.ts";
import type { Money } from "../orders/money.ts";
import type { RevocationReason } from "../ports/issuer.ts";
import { methodRefusals } from "../sentences/method-refusals.ts";
import { render } from "../sentences/sentence.ts";
import type { MethodChoice } from "../validation/artefact.ts";
import { preflightProblems } from "../validation/preflight.ts";
import { whyNotHeld } from "./new-order.ts";

/** What a person can ask of an order. */
export type Command =
  | { readonly kind: "accept-agreement" }
  | { readonly kind: "confirm"; readonly price: Money }
  | { readonly kind: "check-again" }
  | { readonly kind: "choose-method"; readonly name: DomainName; readonly choice: MethodChoice }
  | { readonly kind: "reissue"; readonly names: readonly DomainName[]; readonly csr?: string }
  | { readonly kind: "revoke"; readonly reason: RevocationReason }
  | { readonly kind: "cancel" }
  /** What became of the customer's account, as its panel tells. */
  | { readonly kind: "hold"; readonly because: Hold["because"] }
  | { readonly kind: "release" }
  | { readonly kind: "move"; readonly customer: CustomerId; readonly from: HostId; readonly to: HostId };

type Answer = readonly OrderEvent[] | { readonly refused: string };
/** Who asks, and when. */
export type Asker = { readonly by: string; readonly at: Instant };
type Decide<Kind extends Command["kind"]> = (
  order: Order,
  command: Extract<Command, { kind: Kind }>,
  asker: Asker,
) => Answer;

const refused = (because: string): Answer => ({ refused: because });

const confirm: Decide<"confirm"> = (order, { price }, { at }) => {
  if (order.state.kind !== "draft") return refused("it is confirmed already");
  if (order.agreement === undefined) return refused("the subscriber agreement has not been accepted");
  if (order.preflight === undefined) return refused("the names have not been examined yet");
  if (order.preflight.at + PREFLIGHT_LIFE <= at) return refused("its names were examined too long ago; check it again");
  const finding = blockingFinding(order);
  if (finding !== undefined) return refused(render(preflightProblems[finding.problem].sentence, finding.parameters));
  const same = price.amount === order.price.amount && price.currency === order.price.currency;
  return same
    ? [{ kind: "order.confirmed", price }]
    : refused(`its price is ${formatMoney(order.price)}, not ${formatMoney(price)}`);
};

const chooseMethod: Decide<"choose-method"> = (order, { name, choice }, { at }) => {
  const names = order.enrolment?.names ?? order.names;
  if (!names.includes(name)) return refused(`${name} is not one of its names`);
  if (order.state.kind === "ended") return refused("it has ended");
  const verdict = methodVerdict({ method: choice.method, name, at, level: order.product.level });
  return verdict.kind === "allowed"
    ? [{ kind: "method.chosen", name, choice }]
    : refused(`${name} cannot be validated by ${choice.method}: ${methodRefusals[verdict.because]}`);
};

const reissue: Decide<"reissue"> = (order, { names, csr }, { at }) => {
  if (order.state.kind === "ended" && order.state.because.kind === "revoked")
    return refused("its certificate was revoked, and a revoked one cannot be reissued; order anew");
  if (order.state.kind !== "active") return refused("a reissue needs an active licence");
  if (order.request !== undefined) return refused(`a ${order.request.kind} has been asked for already`);
  const because = whyNotHeld({ ...order, names, ...(csr !== undefined && { csr }) });
  if (because !== undefined) return refused(because);
  if (priceOf(order.product, names, order.years).amount > order.price.amount)
    return refused("these names cost more than the licence pays for; order the further ones anew");
  const request = { kind: "reissue", at, names, after: order.enrolments, ...(csr !== undefined && { csr }) } as const;
  return [{ kind: "request.made", request }];
};

const isIssued = (order: Order): boolean => order.state.kind === "active";

const revoke: Decide<"revoke"> = (order, { reason }, { at }) => {
  if (!isIssued(order)) return refused("nothing is issued that could be revoked");
  if (!revocationReasonsOffered().some(({ name }) => name === reason))
    return refused(`a subscriber may not give the reason ${reason}`);
  return [{ kind: "request.made", request: { kind: "revoke", at, reason } }];
};

const cancel: Decide<"cancel"> = (order, _command, { at }) => {
  if (isIssued(order))
    return refused("a certificate has been issued, and after that there is no refund; revoke it instead");
  if (order.state.kind === "ended") return refused("it has ended already");
  return [{ kind: "request.made", request: { kind: "cancel", at } }];
};

const hold: Decide<"hold"> = (order, { because }) => {
  if (order.state.kind === "ended" || order.hold?.because === because) return [];
  return [{ kind: "order.held", because }];
};

const move: Decide<"move"> = (order, { customer, from, to }) =>
  order.customer === customer ? [] : [{ kind: "order.moved", customer, from, to }];

const answers: { readonly [Kind in Command["kind"]]: Decide<Kind> } = {
  "accept-agreement": (order, _command, { by }) =>
    order.agreement === undefined ? [{ kind: "agreement.accepted", by }] : [],
  confirm,
  "check-again": (order) => (order.state.kind === "ended" ? refused("it has ended") : [{ kind: "look.asked" }]),
  "choose-method": chooseMethod,
  reissue,
  revoke,
  cancel,
  hold,
  release: (order) => (order.hold === undefined ? [] : [{ kind: "order.released" }]),
  move,
};

/** What a command does to an order: events, or `order.refused` with the reason. Nothing outside is touched by it. */
export const answerTo = (order: Order, command: Command, asker: Asker): readonly OrderEvent[] => {
  const answer = (answers[command.kind] as Decide<Command["kind"]>)(order, command, asker);
  if ("refused" in answer) throw failure("order.refused", { order: order.id, because: answer.refused });
  return answer;
};
