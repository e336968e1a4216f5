import type { Express, Request, Response } from "express";
import { REVOCATION_REASON_NAMES } from "@hostseal/core";
import { z } from "zod";
import type { Controls } from "../acts/controls.ts";
import type { Authority } from "../authority.ts";
import type { CaOrder } from "../orders/order.ts";
import { Refusal, refuse } from "../refusal.ts";
import { faultPlan } from "./fault-plan.ts";

const CHECKS = ["legal-existence", "address", "phone-callback", "requester-authority", "contract-signer"] as const;
const PROBLEMS = [
  "not-found",
  "wrong-value",
  "dns-failure",
  "dnssec-bogus",
  "unreachable",
  "redirect-refused",
  "http-status",
  "caa-forbids",
  "perspectives-disagree",
  "link-expired",
  "other",
] as const;

const text = z.string().min(1).max(300);
const ref = text;

type Deed = (controls: Controls, body: unknown) => unknown;

const deed =
  <Schema extends z.ZodType>(schema: Schema, act: (controls: Controls, body: z.output<Schema>) => unknown): Deed =>
  (controls, body) => {
    const parsed = schema.safeParse(body ?? {});
    if (!parsed.success) throw refuse("field-invalid", z.prettifyError(parsed.error));
    return act(controls, parsed.data);
  };

const nothing = z.object({});

/** One path under `/control` for each control of the same name. */
const DEEDS: Readonly<Record<string, Deed>> = {
  "approve-mail": deed(z.object({ ref, name: text }), (controls, body) => controls.approveMail(body.ref, body.name)),
  "pass-organisation": deed(z.object({ ref, check: z.enum(CHECKS).optional() }), (controls, body) =>
    controls.passOrganisation(body.ref, body.check),
  ),
  "fail-name": deed(z.object({ ref, name: text, problem: z.enum(PROBLEMS) }), (controls, body) =>
    controls.failName(body.ref, body.name, body.problem),
  ),
  "reject-order": deed(z.object({ ref, evidence: text }), (controls, body) =>
    controls.rejectOrder(body.ref, body.evidence),
  ),
  recall: deed(z.object({ ref }), (controls, body) => controls.recall(body.ref)),
  revoke: deed(z.object({ ref, reason: z.enum(REVOCATION_REASON_NAMES) }), (controls, body) =>
    controls.revoke(body.ref, body.reason),
  ),
  "report-key": deed(z.object({ sha256: text }), (controls, body) => controls.reportKey(body.sha256)),
  "set-balance": deed(z.object({ partner: text, cents: z.int() }), (controls, body) =>
    controls.setBalance(body.partner, body.cents),
  ),
  suspend: deed(z.object({ partner: text, suspended: z.boolean() }), (controls, body) =>
    controls.suspend(body.partner, body.suspended),
  ),
  inject: deed(faultPlan, (controls, body) => controls.inject(body)),
  "clear-faults": deed(nothing, (controls) => controls.clearFaults()),
};

const brief = ({ ref, partner, product, generations }: CaOrder) => ({
  ref,
  partner,
  product: product.code,
  references: generations.map(({ reference }) => reference),
  certificates: generations.filter(({ certificate }) => certificate !== undefined).length,
});

const perform = async (controls: Controls, act: Deed, { req, res }: { req: Request; res: Response }): Promise<void> => {
  try {
    await act(controls, req.body);
    res.status(204).end();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    res.status(thrown.status).json({ error: { code: thrown.code, message: thrown.message } });
  }
};

/** The controls over HTTP, without a credential: only for loopback and only when asked for. */
export const mountControls = (app: Express, { controls }: Authority): void => {
  for (const [name, act] of Object.entries(DEEDS)) {
    app.post(`/control/${name}`, (req, res) => perform(controls, act, { req, res }));
  }
  app.get("/control/orders", (_req, res) => void res.json({ orders: controls.orders().map(brief) }));
  app.get("/control/entries", (_req, res) => void res.json({ entries: controls.entries() }));
  app.get("/control/mails", (_req, res) => void res.json({ mails: controls.mails() }));
};
