import { createHmac, timingSafeEqual } from "node:crypto";
import { asId, type Clock, type OrderId } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { DAY, type Instant } from "@hostseal/rules";

/** Which order a link shows, and until when. */
export type Shared = { readonly order: OrderId; readonly until: Instant };

/** Links that show one order to whoever has them. They are signed, so that nothing has to be kept of them. */
export type ShareLinks = {
  make(order: OrderId): string;
  /** Nothing for a link that is over or was never made. */
  read(token: string): Shared | undefined;
};

const LIFE = 7 * DAY;
/** What is signed begins with it, so that the key's other signatures are none of these. */
const PURPOSE = "shared order 1";

const isSame = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);

export const createShareLinks = (clock: Clock, key: Secret): ShareLinks => {
  const macOf = (body: string): Buffer => createHmac("sha256", key.reveal()).update(`${PURPOSE}\n${body}`).digest();
  return {
    make: (order) => {
      const body = Buffer.from(JSON.stringify([order, clock.now() + LIFE])).toString("base64url");
      return `${body}.${macOf(body).toString("base64url")}`;
    },
    read: (token) => {
      const [body = "", mac = ""] = token.split(".");
      if (!isSame(Buffer.from(mac, "base64url"), macOf(body))) return undefined;
      const [order, until] = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as [string, Instant];
      return until > clock.now() ? { order: asId<OrderId>(order), until } : undefined;
    },
  };
};
