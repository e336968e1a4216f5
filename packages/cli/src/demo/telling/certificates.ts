import { chaptersOf } from "@hostseal/core";
import type { Chapter, Enrolment, Order, Store } from "@hostseal/core";
import type { DomainName, Instant, Method } from "@hostseal/rules";

/** One certificate of an order that was proven, with the validations it stands on. */
export type ProvenCertificate = {
  readonly serial: string;
  readonly sha256: string;
  readonly names: readonly DomainName[];
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly begunAt: Instant;
  readonly provenAt: Instant;
  readonly publicKeySha256: string;
  readonly validations: readonly {
    readonly name: DomainName;
    readonly method: Method;
    readonly at: Instant;
    readonly reused: boolean;
  }[];
};

type Proven = Extract<Enrolment["phase"], { kind: "proven" }>;

const validationsOf = ({ validations }: Proven): ProvenCertificate["validations"] =>
  validations.flatMap(({ issuer }) => {
    const { subject, status, method } = issuer;
    if (subject.kind !== "name" || status.kind !== "valid" || method === undefined) return [];
    return [{ name: subject.name, method, at: status.at, reused: status.reused }];
  });

const toCertificate = ({ phase, begunAt }: Enrolment): readonly ProvenCertificate[] => {
  if (phase.kind !== "proven") return [];
  const { certificate, provenAt, publicKeySha256 } = phase;
  const { serial, sha256, names, notBefore, notAfter } = certificate;
  const validations = validationsOf(phase);
  return [{ serial, sha256, names, notBefore, notAfter, begunAt, provenAt, publicKeySha256, validations }];
};

const enrolmentsOf = (chapters: readonly Chapter[], { enrolment }: Order): readonly Enrolment[] => [
  ...chapters.flatMap((chapter) => (chapter.enrolment === undefined ? [] : [chapter.enrolment])),
  ...(enrolment === undefined ? [] : [enrolment]),
];

/** Every certificate of an order that was proven, oldest first. */
export const provenCertificates = async (store: Store, order: Order): Promise<readonly ProvenCertificate[]> => {
  const chapters = await chaptersOf(store, order, { kind: "everything" });
  return enrolmentsOf(chapters, order).flatMap(toCertificate);
};
