import type { MethodChoice, Organisation } from "@hostseal/core";
import { REVOCATION_REASON_NAMES } from "@hostseal/core";
import { fromIso } from "@hostseal/rules";
import { z } from "zod";
import type { CertificateRequest, OrderRequest } from "../acts/requests.ts";
import { refuse } from "../refusal.ts";

const instant = z.iso.datetime({ offset: true }).transform((text) => fromIso(text));
const short = z.string().min(1).max(256);

const method = z.enum(["TXT", "CNAME", "HTTP_FILE", "EMAIL"]);
const dcv = z
  .object({ method, mailbox: short.optional() })
  .refine((wish) => wish.method !== "EMAIL" || wish.mailbox !== undefined, { message: "EMAIL needs a mailbox" });

const organisation = z.object({
  legal_name: short,
  street: short,
  city: short,
  region: short,
  postcode: short,
  country: z.string().regex(/^[A-Z]{2}$/),
  phone: short,
  registration_number: short.optional(),
});

const certificateBody = z.object({
  csr: z.string().max(100_000),
  domains: z
    .array(z.object({ fqdn: short, dcv: dcv.optional() }))
    .min(1)
    .max(250),
  agreement_accepted_at: instant,
});

const orderBody = certificateBody.extend({
  product_code: short,
  term_months: z.string().regex(/^\d{1,3}$/),
  contacts: z.array(z.object({ email: z.email() })).min(1),
  organisation: organisation.optional(),
});

const MONTHS = 12;

const choiceOf = (wish: z.output<typeof dcv>): MethodChoice => {
  switch (wish.method) {
    case "TXT":
      return { method: "dns-txt" };
    case "CNAME":
      return { method: "dns-cname" };
    case "HTTP_FILE":
      return { method: "file" };
    case "EMAIL":
      return { method: "email", address: wish.mailbox ?? "" };
  }
};

const organisationOf = (body: z.output<typeof organisation>): Organisation => {
  const { legal_name, registration_number, ...rest } = body;
  return {
    ...rest,
    name: legal_name,
    ...(registration_number !== undefined && { registrationNumber: registration_number }),
  };
};

const certificateOf = (body: z.output<typeof certificateBody>, reference: string): CertificateRequest => ({
  reference,
  csr: body.csr,
  names: body.domains.map(({ fqdn }) => fqdn),
  choices: body.domains.flatMap(({ fqdn, dcv }) => (dcv ? [{ name: fqdn, choice: choiceOf(dcv) }] : [])),
  agreedAt: body.agreement_accepted_at,
});

/** @throws Refusal `field-invalid` that names the first field that is wrong. */
const read = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuse("field-invalid", `${issue?.path.join(".") || "body"}: ${issue?.message ?? "invalid"}`);
};

export const readReference = (key: string | undefined): string => {
  if (!key || key.length > 128) throw refuse("field-invalid", "Idempotency-Key: 1 to 128 characters are needed");
  return key;
};

export const readOrder = (body: unknown, reference: string): OrderRequest => {
  const order = read(orderBody, body);
  return {
    ...certificateOf(order, reference),
    product: order.product_code,
    years: Number(order.term_months) / MONTHS,
    contactEmails: order.contacts.map(({ email }) => email),
    ...(order.organisation && { organisation: organisationOf(order.organisation) }),
  };
};

export const readReissue = (body: unknown, reference: string): CertificateRequest =>
  certificateOf(read(certificateBody, body), reference);

export const readChoice = (body: unknown): MethodChoice => choiceOf(read(dcv, body));

export const readReason = (body: unknown) => read(z.object({ reason: z.enum(REVOCATION_REASON_NAMES) }), body).reason;
