import { makeKey } from "@hostseal/pki";
import type { Desk } from "../desk.ts";
import type { CaCertificate, CaOrder } from "../orders/order.ts";
import { refuse } from "../refusal.ts";
import { signLeaf } from "../signing/sign-leaf.ts";
import type { Address } from "./own-order.ts";
import { ownOrder } from "./own-order.ts";

/** A certificate as a partner gets it. */
export type Delivery = {
  readonly generation: number;
  readonly certificate: CaCertificate;
  /** PEM, each certifying the one before. */
  readonly bundle: readonly string[];
};

const issued = (order: CaOrder, number: number) => {
  const generation = order.generations.find((each) => each.number === number);
  if (!generation?.certificate) throw refuse("not-issued", `certificate ${number} of order ${order.ref} is not issued`);
  return { generation, certificate: generation.certificate };
};

/** @throws Refusal `not-issued`. */
export const collect = (desk: Desk, address: Address, number: number): Delivery => {
  const { certificate } = issued(ownOrder(desk, address), number);
  return { generation: number, certificate, bundle: desk.hierarchy.bundle };
};

/** The same delivery with a certificate over somebody else's key: an authority that errs. */
export const collectWrong = async (desk: Desk, address: Address, number: number): Promise<Delivery> => {
  const order = ownOrder(desk, address);
  const { generation, certificate } = issued(order, number);
  const { publicKeyPem } = await makeKey("ec-p256");
  const { hierarchy, random } = desk;
  const signing = { hierarchy, random, order, generation, publicKeyPem };
  const wrong = await signLeaf({ ...signing, now: certificate.notBefore, licenceEnd: certificate.notAfter });
  return { generation: number, certificate: wrong, bundle: hierarchy.bundle };
};
