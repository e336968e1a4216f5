import { sandboxManifest } from "@hostseal/issuers";
import { issuerContract } from "./issuer-contract.ts";
import { openSandboxSubject } from "./issuer-sandbox-subject.ts";

issuerContract(sandboxManifest, openSandboxSubject);
