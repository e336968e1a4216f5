import { sandboxManifest } from "@hostseal/issuers";
import type { IssuerSubject } from "./issuer-check.ts";
import { issuerContract } from "./issuer-contract.ts";
import { createModestIssuer, modestManifest } from "./issuer-modest.ts";
import { openSandboxSubject } from "./issuer-sandbox-subject.ts";

const openModestSubject = async (): Promise<IssuerSubject> => {
  const subject = await openSandboxSubject();
  const issuerAt: IssuerSubject["issuerAt"] = (...where) => createModestIssuer(subject.issuerAt(...where));
  return { ...subject, issuer: createModestIssuer(subject.issuer), issuerAt };
};

issuerContract(sandboxManifest, openSandboxSubject);
issuerContract(modestManifest(sandboxManifest), openModestSubject);
