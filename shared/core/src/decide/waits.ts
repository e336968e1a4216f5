import type { Actor } from "../errors/table.ts";

export type WaitRow = {
  /** What is going on, for a person, with `{parameters}`. */
  readonly sentence: string;
  /** What the one who must act has to do. */
  readonly todo: string;
  readonly actor: Actor;
};

/**
 * Every reason an order can have to wait. There is no waiting without one: it says what is going on, who must act,
 * what they must do, and (with the decision) when we look again by ourselves.
 */
export const waits = {
  "draft.blocked": {
    sentence: "{problem}",
    todo: "{fix} Nothing has been charged.",
    actor: "customer",
  },
  "draft.agreement": {
    sentence: "The subscriber agreement has not been accepted yet.",
    todo: "Read it and accept it.",
    actor: "customer",
  },
  "draft.confirm": {
    sentence: "Everything is ready: {names} for {years} year(s) at {price}. After issue there is no refund.",
    todo: "Confirm the order.",
    actor: "customer",
  },
  "preflight.blocked": {
    sentence: "The reissue would be refused: {problem}",
    todo: "{fix} The present certificate stays in place.",
    actor: "customer",
  },
  "balance.low": {
    sentence: "The prepaid balance of {balance} does not cover the price of {price}.",
    todo: "Top up the balance; the order then goes on by itself.",
    actor: "partner",
  },
  "proof.record": {
    sentence: "{name} is to be validated by DNS, and its zone is hosted elsewhere. Found now: {found}.",
    todo: "Create this record at the DNS provider: {host} {type} {value}",
    actor: "customer",
  },
  "proof.file": {
    sentence: "{name} is to be validated by a file, and the site is hosted elsewhere. Found now: {found}.",
    todo: "Put a file with this content under http://{name}{path}: {body}",
    actor: "customer",
  },
  "proof.mail": {
    sentence: "A message with an approval link was sent to {address} for {name}.",
    todo: "Open the message and follow the link, or choose another method.",
    actor: "customer",
  },
  "proof.spreading": {
    sentence: "The proof for {name} is published and not visible from outside yet. Found now: {found}.",
    todo: "Nothing: name servers usually follow within minutes.",
    actor: "hostseal",
  },
  "proof.refused": {
    sentence: "The issuer looked for the proof of {name} and did not accept it: {because}. It saw: {evidence}.",
    todo: "Compare what it saw with what is published; the issuer is asked again by itself.",
    actor: "customer",
  },
  "issuer.preparing": {
    sentence: "The issuer has not said yet what it wants to see for {name}.",
    todo: "Nothing: we ask again by ourselves.",
    actor: "issuer",
  },
  "issuer.checking": {
    sentence: "The proofs are visible; the issuer has been asked to look at them.",
    todo: "Nothing: this usually takes a few minutes.",
    actor: "issuer",
  },
  "issuer.organisation": {
    sentence: "The issuer checks the organisation: {check}.",
    todo: "Answer the issuer when it calls or writes; this can take some days.",
    actor: "customer",
  },
  "issuer.issuing": {
    sentence: "Everything is validated; the issuer makes the certificate.",
    todo: "Nothing: this usually takes minutes.",
    actor: "issuer",
  },
  "install.by-hand": {
    sentence: "The certificate is issued and not seen at {name} yet: {found}.",
    todo: "Install it: `hostseal archive {order} --out FILE` gives certificate, chain and key, once.",
    actor: "customer",
  },
  "step.failed": {
    sentence: "{problem}",
    todo: "{fix}",
    actor: "hostseal",
  },
  "account.suspended": {
    sentence: "The hosting account is suspended, and the order stands still. The present certificate stays in place.",
    todo: "Lift the suspension in the panel; the order goes on by itself.",
    actor: "partner",
  },
  "account.removed": {
    sentence: "The hosting account of this order was removed; nothing is reissued there any more.",
    todo: "Cancel or revoke the order, or leave it: it ends with its licence.",
    actor: "partner",
  },
  "licence.running": {
    sentence: "The certificate is served until {notAfter}. Licence until {licenceEnd}.",
    todo: "Nothing: {plan}.",
    actor: "hostseal",
  },
  "site.not-served": {
    sentence: "{name} was seen on {seen} without its certificate: {because}.",
    todo: "Find out what changed on the server; `hostseal reissue {order}` installs it again.",
    actor: "operator",
  },
  "licence.taken-over": {
    sentence: "Order {by} continues this licence, which ends on {licenceEnd}.",
    todo: "Nothing.",
    actor: "hostseal",
  },
  "licence.ending": {
    sentence: "The licence ends on {licenceEnd}, and with it the last certificate.",
    todo: "Renew it: `hostseal order --renews {order}` continues without a gap.",
    actor: "customer",
  },
} as const satisfies Record<string, WaitRow>;

export type WaitReason = keyof typeof waits;
