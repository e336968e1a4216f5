import { failure } from "@hostseal/core";
import { type Http, type HttpAnswer, type HttpBody, tryJson } from "@hostseal/http";
import { askPanel, evidenceOf, statusFailure } from "@hostseal/panel";
import type { Secret } from "@hostseal/pki";
import type { CpanelSettings } from "./settings.ts";
import { whmAnswer } from "./wire.ts";

export type ServerSettings = Pick<CpanelSettings, "access" | "login"> & {
  /** What failures call it. */
  readonly host: string;
  readonly url: string;
  readonly account: string;
  readonly credential: Secret;
};

/** Sends a body to a path of the server. Failures: what the network does, and a token that is not taken. */
export type Send = (path: string, body: HttpBody) => Promise<HttpAnswer>;

/** What a token that is not taken is answered with; one that may not do something is told why. */
const isUnknownToken = ({ status, text }: HttpAnswer): boolean => {
  if (status === 401) return true;
  return status === 403 && !whmAnswer.safeParse(tryJson(text)).success;
};

const authorisation = ({ access, login, account }: ServerSettings) => {
  const holder = access === "whm" ? `whm ${login}` : `cpanel ${account}`;
  return (token: string): Record<string, string> => ({ Authorization: `${holder}:${token}` });
};

export const createSend = (settings: ServerSettings, http: Http): Send => {
  const { host, url, credential: secret } = settings;
  const credential = { secret, toHeaders: authorisation(settings) };
  return async (path, body) => {
    const answer = await askPanel(http, host, { method: "POST", url: `${url}${path}`, credential, body });
    if (isUnknownToken(answer)) throw failure("host.unauthorised", { host }, { evidence: evidenceOf(answer) });
    const failed = answer.status === 403 ? undefined : statusFailure(answer, host);
    if (failed) throw failed;
    return answer;
  };
};
