import { failure } from "@hostseal/core";
import type { Http } from "@hostseal/http";
import { askPanel, readJson, statusFailure } from "@hostseal/panel";
import type { Secret } from "@hostseal/pki";
import { command } from "../wire.ts";

/** Gives the mail service of a site a certificate of its repository; the empty name means none of its own. */
export type AssignMail = (site: string, certificate: string) => Promise<void>;

type Wish = { readonly http: Http; readonly host: string; readonly url: string; readonly credential: Secret };

const LONGEST_EVIDENCE = 500;

/**
 * The XML API has no word for it, so the command line is called over REST (`/api/v2/cli`): HTTP 200 says that the
 * command ran, its code whether it did what it should.
 */
export const createAssignMail =
  ({ http, host, url, credential }: Wish): AssignMail =>
  async (site, certificate) => {
    const answer = await askPanel(http, host, {
      method: "POST",
      url: `${url}/api/v2/cli/subscription_settings/call`,
      credential: { secret: credential, toHeaders: (key) => ({ "X-API-Key": key }) },
      body: { kind: "json", value: { params: ["--update", site, "-mail_certificate", certificate] } },
    });
    const flawed = statusFailure(answer, host);
    if (flawed) throw flawed;
    const { code, stderr, stdout } = readJson(answer, command, host);
    if (code === 0) return;
    const evidence = answer.redact(`${code} ${stderr || stdout}`).slice(0, LONGEST_EVIDENCE);
    throw failure(
      "host.refused",
      { host, because: "it could not give the certificate to the mail service" },
      { evidence },
    );
  };
