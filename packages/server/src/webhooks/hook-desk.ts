import { asId, type OrderId, type Random, type Vault, type VaultRef } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { DAY, type Instant } from "@hostseal/rules";
import type { Asker, PartnerBook } from "../partner/partner-book.ts";
import type { Hook } from "../partner/partner-record.ts";
import { newHookSecret } from "./signature.ts";

export type NewHook = { readonly url: string; readonly customer?: string };

/** Who is told of orders. A program with a key of one customer only knows of that customer's. */
export type HookDesk = {
  list(customer: string | undefined): Promise<readonly Hook[]>;
  /** The secret is given once, here. */
  add(hook: NewHook, by: Asker): Promise<{ readonly hook: Hook; readonly secret: Secret }>;
  remove(id: string, customer: string | undefined, by: Asker): Promise<boolean>;
};

export type HookDeskParts = {
  readonly book: PartnerBook;
  readonly vault: Vault;
  readonly random: Random;
  readonly clock: { now(): Instant };
};

const ID_BYTES = 8;
/** The vault keeps nothing without a day to go; a webhook outlives no server. */
const LIFE = 3_650 * DAY;

const isOf = (customer: string | undefined, hook: Hook): boolean =>
  customer === undefined || hook.customer === customer;

export const createHookDesk = ({ book, vault, random, clock }: HookDeskParts): HookDesk => ({
  list: async (customer) => (await book.read()).hooks.filter((hook) => isOf(customer, hook)),
  add: async ({ url, customer }, by) => {
    const id = `hook_${Buffer.from(random.bytes(ID_BYTES)).toString("hex")}`;
    const [secret, now] = [newHookSecret(random), clock.now()];
    const entry = { order: asId<OrderId>(id), label: "webhook secret", secret, expiresAt: now + LIFE };
    const made = { id, url, secret: await vault.seal(entry), createdAt: now };
    const hook: Hook = { ...made, ...(customer !== undefined && { customer }) };
    return book.change({
      by,
      deed: "webhook.added",
      subject: `${id} ${url}`,
      amend: (record) => ({ record: { ...record, hooks: [...record.hooks, hook] }, result: { hook, secret } }),
    });
  },
  remove: async (id, customer, by) => {
    const removed = await book.change<Hook | undefined>({
      by,
      deed: "webhook.removed",
      subject: id,
      amend: (record) => {
        const hook = record.hooks.find((one) => one.id === id && isOf(customer, one));
        if (hook === undefined) return { result: undefined };
        return { record: { ...record, hooks: record.hooks.filter((one) => one !== hook) }, result: hook };
      },
    });
    if (removed) await vault.destroy(asId<VaultRef>(removed.secret));
    return removed !== undefined;
  },
});
