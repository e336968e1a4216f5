import { createServer } from "node:http";
import type { Clock, Random } from "@hostseal/core";
import type { Secret } from "@hostseal/pki";
import { SECOND } from "@hostseal/rules";
import { signAssertion } from "@hostseal/sign-on";
import express from "express";
import { listen, type Listening } from "../listen.ts";
import type { Resident } from "../populate/populate.ts";
import { carryPage, frontPage } from "./front-page.ts";

export type FrontOptions = {
  readonly clock: Clock;
  readonly random: Random;
  /** Who is logged in; a make-believe panel has one customer. */
  readonly account: string;
  readonly residents: readonly Resident[];
  /** The server's id and key for signing on. */
  readonly server: string;
  readonly key: Secret;
  /** Where the app is, asked at each click. */
  readonly app: () => string;
};

const LIFE_SECONDS = 60;
const NUMBER_BYTES = 16;

/** The pages of the make-believe panel, with a button that signs its customer on (docs/sign-on.md). */
export const startFront = async (options: FrontOptions): Promise<Listening & { readonly origin: string }> => {
  const { clock, random, account, residents, server, key, app } = options;
  const mine = residents.filter((resident) => resident.account === account);
  const pages = express().disable("x-powered-by");

  const assertionFor = (origin: string): string => {
    const iat = Math.floor(clock.now() / SECOND);
    const jti = Buffer.from(random.bytes(NUMBER_BYTES)).toString("base64url");
    const claims = {
      aud: app(),
      exp: iat + LIFE_SECONDS,
      iat,
      iss: server,
      jti,
      role: "customer",
      sub: account,
    } as const;
    return signAssertion({ ...claims, locale: "en", return_to: `${origin}/` }, { kind: "server", key });
  };

  const listening = await listen(createServer(pages));
  const origin = `http://${listening.endpoint.address}:${listening.endpoint.port}`;
  pages.get("/", (_request, response) => void response.send(frontPage(account, mine)));
  pages.post("/ssl", (_request, response) => {
    response.set("cache-control", "no-store").send(carryPage(app(), assertionFor(origin)));
  });
  return { ...listening, origin };
};
