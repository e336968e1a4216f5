import type { Express, Request, Response } from "express";
import express from "express";
import type { Authority } from "../authority.ts";
import { Refusal, refuse } from "../refusal.ts";

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title><h1>${title}</h1>${body}</html>`;

/** Everything shown is a domain name, an order number or an address of letters the authority wrote itself. */
const question = (name: string, ref: string): string =>
  page(
    `Certificate for ${name}`,
    `<p>Order ${ref} asks for a TLS certificate for <strong>${name}</strong>.</p>
<form method="post"><button name="decision" value="approve">I approve</button> <button name="decision" value="decline">I decline</button></form>`,
  );

const answer = async (res: Response, show: () => string | Promise<string>): Promise<void> => {
  try {
    res.type("html").send(await show());
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    res
      .status(thrown.status)
      .type("html")
      .send(page("Not possible", `<p>${thrown.message}</p>`));
  }
};

const codeOf = (req: Request): string => String(req.params["code"]);

/**
 * The pages behind the links in approval mails. Opening one changes nothing, since mail scanners open links too; the
 * button decides.
 */
export const mountApprovalPages = (app: Express, { approvals }: Authority): void => {
  app.get("/approve/:code", (req, res) =>
    answer(res, () => {
      const { letter } = approvals.open(codeOf(req));
      return question(letter.name, letter.ref);
    }),
  );
  app.post("/approve/:code", express.urlencoded({ extended: false, limit: "1kb" }), (req, res) =>
    answer(res, async () => {
      const { decision } = req.body as { decision?: unknown };
      if (decision !== "approve" && decision !== "decline") throw refuse("field-invalid", "choose approve or decline");
      await approvals[decision](codeOf(req));
      return page("Thank you", `<p>You can close this page.</p>`);
    }),
  );
};
