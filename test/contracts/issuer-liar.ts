import type { Failure, Issuer, IssuerOrder, IssuerValidation } from "@hostseal/core";
import { isFailure } from "@hostseal/core";
import type { IssuerSubject } from "./issuer-check.ts";

/** A driver that is right in everything but one promise. */
export type IssuerLiar = {
  /** Completes "an issuer that …". */
  readonly title: string;
  /** The check that must find it out, by name. */
  readonly foundBy: string;
  readonly spoil: (
    honest: Issuer,
    subject: IssuerSubject,
  ) => { readonly [Part in keyof Issuer]?: Issuer[Part] | undefined };
};

/** A lie told with every order that is given out. */
export const aboutOrders =
  (lie: (order: IssuerOrder) => IssuerOrder) =>
  (honest: Issuer): Partial<Issuer> => ({
    place: async (request) => lie(await honest.place(request)),
    look: async (ref) => lie(await honest.look(ref)),
    setValidation: async (...choice) => lie(await honest.setValidation(...choice)),
    check: async (ref) => lie(await honest.check(ref)),
    reissue: async (...request) => lie(await honest.reissue(...request)),
  });

/** A lie told with every validation of every order. */
export const aboutValidations = (
  lie: (validation: IssuerValidation) => IssuerValidation,
): ((honest: Issuer) => Partial<Issuer>) =>
  aboutOrders((order) => ({ ...order, validations: order.validations.map(lie) }));

type FailureLie = (failed: Failure) => unknown;

const failingWith = async <Result>(lie: FailureLie, attempt: Promise<Result>): Promise<Result> =>
  attempt.catch((error: unknown) => {
    throw isFailure(error) ? lie(error) : error;
  });

/** A lie told with every failure of the calls that matter most. */
export const aboutFailures =
  (lie: FailureLie) =>
  (honest: Issuer): Partial<Issuer> => ({
    place: async (request) => failingWith(lie, honest.place(request)),
    look: async (ref) => failingWith(lie, honest.look(ref)),
    reissue: async (...request) => failingWith(lie, honest.reissue(...request)),
  });
