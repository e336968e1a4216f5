import { can, cannot } from "@hostseal/core";
import { describe, it, onTestFinished } from "vitest";
import { hostContractFor } from "../../contracts/host-contract.ts";
import { apacheSites } from "../host/apache-sites.ts";
import { nginxSites } from "../host/nginx-sites.ts";
import { openSshSubject, type StartWorld } from "../host/ssh-subject.ts";
import { startApache } from "../host/start-apache.ts";
import { startNginx } from "../host/start-nginx.ts";
import { throughSudo } from "./login-way.ts";

const no = cannot("not here");
const capabilities = { zone: no, webroot: can, keys: can };

const WORLDS: readonly { readonly server: string; readonly start: StartWorld }[] = [
  { server: "nginx", start: async (authority) => startNginx(await nginxSites(authority)) },
  { server: "Apache", start: async (authority) => startApache(await apacheSites(authority)) },
];

describe.each(WORLDS)("$server by way of a login with our one line of sudoers keeps the contract: it", ({ start }) => {
  it.for(hostContractFor(capabilities))("$name", { timeout: 150_000 }, async (check, { annotate }) => {
    const subject = await openSshSubject(start, throughSudo);
    onTestFinished(async () => subject.close());
    const measured = await check.run(subject);
    if (measured) await annotate(measured);
  });
});
