import { DAY } from "@hostseal/rules";
import { makeCsr, makeKey } from "@hostseal/pki";
import type { Prepared } from "../../orders/enrolment.ts";
import type { Host, KeyCustody } from "../../ports/host.ts";
import { examineCsr } from "../../validation/examine-csr.ts";
import type { Context, Performer } from "../performer.ts";
import { happened } from "../performer.ts";
import { needed } from "./needed.ts";

/** A key that is still sealed after this long belongs to a trip that never came to its end. */
const KEY_LIFE = 400 * DAY;

/** Any CSR is examined, whoever made it: the customer, a host, or we. */
const requestOf = (
  { order, now }: Context,
  csr: string,
): { readonly csr: string; readonly publicKeySha256: string } => {
  const { names } = needed(order.enrolment, "an enrolment");
  const { pem, publicKeySha256 } = examineCsr(csr, { names, level: order.product.level, at: now });
  return { csr: pem, publicKeySha256 };
};

/** The one host on which the key can be made, if the certificate goes to exactly one and it can. */
const custodian = ({ world, order }: Context): { readonly host: Host; readonly keys: KeyCustody } | undefined => {
  const [only, ...others] = order.wishes.installations;
  if (only === undefined || others.length > 0) return undefined;
  const host = world.host(only.host);
  return host.keys && { host, keys: host.keys };
};

const madeOnHost = async (
  context: Context,
  { host, keys }: NonNullable<ReturnType<typeof custodian>>,
): Promise<Prepared> => {
  const { order } = context;
  const { site } = needed(order.wishes.installations[0], "an installation");
  const names = needed(order.enrolment, "an enrolment").names;
  const { csr, reference } = await keys.make(site, order.keyType, names);
  return { ...requestOf(context, csr), key: { kind: "host", host: host.id, reference } };
};

const madeHere = async ({ world, order, now }: Context): Promise<Prepared> => {
  const { number, names } = needed(order.enrolment, "an enrolment");
  const key = await makeKey(order.keyType);
  const ref = await world.vault.seal({
    order: order.id,
    label: `key of enrolment ${number}`,
    secret: key.pem,
    expiresAt: now + KEY_LIFE,
  });
  const csr = await makeCsr({ key, names });
  return { csr, publicKeySha256: key.publicKeySha256, key: { kind: "vault", ref } };
};

/** Makes a fresh key where it will live if that can be, and the CSR; or takes the customer's own CSR. */
export const prepareKey: Performer<"prepare-key"> = async (context) => {
  const { broughtCsr } = needed(context.order.enrolment, "an enrolment");
  if (broughtCsr !== undefined)
    return happened({ kind: "key.prepared", ...requestOf(context, broughtCsr), key: { kind: "customer" } });
  const host = custodian(context);
  const prepared = host === undefined ? await madeHere(context) : await madeOnHost(context, host);
  return happened({ kind: "key.prepared", ...prepared });
};

/** Destroys a key that can serve no more, wherever it lies. */
export const destroyKey: Performer<"destroy-key"> = async ({ world }, { enrolment, key }) => {
  if (key.kind === "host") await world.host(key.host).keys?.forget(key.reference);
  else await world.vault.destroy(key.ref);
  return happened({ kind: "key.destroyed", enrolment });
};
