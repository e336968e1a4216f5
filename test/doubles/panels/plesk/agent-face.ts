import type { Request, RequestHandler } from "express";
import type { Premises } from "./premises.ts";
import { certificateOperations } from "./operators/certificate.ts";
import { dnsOperations } from "./operators/dns.ts";
import { domainOperations } from "./operators/domains.ts";
import { extensionOperations } from "./operators/extension.ts";
import { mailOperations } from "./operators/mail.ts";
import type { Operation } from "./operators/operation.ts";
import { serverOperations } from "./operators/server.ts";
import { siteAliasOperations } from "./operators/site-alias.ts";
import { type Element, readElement } from "./packet/element.ts";
import { packet, type Reply, systemError, tag } from "./packet/reply.ts";
import { shapeFlaw } from "./packet/shape.ts";
import type { Holder } from "./secret-keys.ts";

const OPERATIONS: Readonly<Record<string, Operation>> = {
  ...certificateOperations,
  ...dnsOperations,
  ...domainOperations,
  ...extensionOperations,
  ...mailOperations,
  ...serverOperations,
  ...siteAliasOperations,
};

type Ordered = { readonly operator: Element; readonly operation: Element; readonly known: Operation | undefined };

const operationsOf = (root: Element): readonly Ordered[] =>
  root.children.flatMap((operator) =>
    operator.children.map((operation) => ({
      operator,
      operation,
      known: OPERATIONS[`${operator.name}/${operation.name}`],
    })),
  );

/** The whole packet is checked against the schema before anything of it is done. */
const flawOf = (root: Element | undefined): string | undefined => {
  if (root?.name !== "packet") return "Request is invalid";
  const ordered = operationsOf(root);
  const stranger = ordered.find(({ known }) => !known);
  if (ordered.length === 0 || stranger) return `Element '${stranger?.operation.name ?? "packet"}' is not expected.`;
  return ordered.map(({ operation, known }) => known && shapeFlaw(operation, known.shape)).find(Boolean);
};

const runAll = async (root: Element, premises: Premises, caller: Holder): Promise<string> => {
  const replies: Reply[] = [];
  for (const operator of root.children) {
    const results: Reply[] = [];
    for (const operation of operator.children) {
      const known = OPERATIONS[`${operator.name}/${operation.name}`];
      const verdicts = known ? await known.run(operation, premises, caller) : [];
      results.push(tag(operation.name, ...verdicts));
    }
    replies.push(tag(operator.name, ...results));
  }
  return packet(...replies);
};

export type Doorman = (key: string, address: string) => Holder | undefined;

const callerOf = (request: Request, doorman: Doorman): Holder | string => {
  const key = request.header("KEY");
  if (key === undefined) return systemError(1001, "You have entered incorrect username or password.");
  return (
    doorman(key, request.socket.remoteAddress ?? "") ??
    systemError(11003, "PleskAPISecurityException: Authentication failed - secret key is invalid.")
  );
};

/** `/enterprise/control/agent.php`: always HTTP 200, whatever became of the packet. */
export const createAgentFace =
  (premises: Premises, doorman: Doorman): RequestHandler =>
  async (request, response) => {
    response.type("text/xml");
    const caller = callerOf(request, doorman);
    if (typeof caller === "string") return void response.send(caller);
    const root = typeof request.body === "string" ? readElement(request.body) : undefined;
    const flaw = flawOf(root);
    if (flaw !== undefined || !root) return void response.send(systemError(1014, `Parser error: ${flaw ?? ""}`));
    response.send(await runAll(root, premises, caller));
  };
