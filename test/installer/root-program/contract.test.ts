import { can, cannot } from "@hostseal/core";
import { describe, it, onTestFinished } from "vitest";
import { hostContractFor } from "../../contracts/host-contract.ts";
import { nginxSites } from "../host/nginx-sites.ts";
import { openSshSubject } from "../host/ssh-subject.ts";
import { startNginx } from "../host/start-nginx.ts";
import { throughSudo } from "./login-way.ts";

const no = cannot("not here");
const capabilities = { zone: no, webroot: can, keys: can };

describe("nginx by way of a login with our one line of sudoers keeps the contract of hosts: it", () => {
  it.for(hostContractFor(capabilities))("$name", { timeout: 150_000 }, async (check, { annotate }) => {
    const subject = await openSshSubject(async (authority) => startNginx(await nginxSites(authority)), throughSudo);
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});
