import type { SpoilingFault } from "../faults.ts";

type Body = Readonly<Record<string, unknown>>;

const isRecord = (body: unknown): body is Body => typeof body === "object" && body !== null;
const text = (body: Body, field: string): string => (typeof body[field] === "string" ? body[field] : "");

const certificates = (bundle: string): readonly string[] =>
  bundle.split(/(?<=-----END CERTIFICATE-----\n)/).filter((pem) => pem !== "");

const crlf = (pem: string): string => pem.replaceAll("\n", "\r\n");

/** The same answer with what a fault does to its contents; one without such contents passes through. */
export const spoil = (body: unknown, { kind }: SpoilingFault): unknown => {
  if (!isRecord(body)) return body;
  const [pem, bundle] = [text(body, "certificate"), text(body, "ca_bundle")];
  if (kind === "status-regress") return { ...body, status: "in_progress", stage: "dcv" };
  if (pem === "") return body;
  switch (kind) {
    case "truncated-pem":
      return { ...body, certificate: pem.slice(0, pem.length / 2) };
    case "crlf-pem":
      return { ...body, certificate: crlf(pem), ca_bundle: crlf(bundle) };
    case "wrong-order":
      return { ...body, ca_bundle: certificates(bundle).toReversed().join("") };
    case "duplicate-intermediate":
      return { ...body, ca_bundle: bundle + (certificates(bundle)[0] ?? "") };
  }
};
