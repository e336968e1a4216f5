import type { Call, Client } from "../api/client.ts";
import { domainSettings, sslState } from "../wire.ts";

const view = (domain: string): Call => ({
  method: "GET",
  path: "/CMD_API_ADDITIONAL_DOMAINS",
  query: { action: "view", domain, json: "yes" },
});

/** Whether a domain is served over TLS at all, one call. */
export const isSslOn = async (client: Client, domain: string): Promise<boolean> =>
  (await client.read(view(domain), sslState)).ssl;

const amount = (name: "bandwidth" | "quota", value: string): Readonly<Record<string, string>> =>
  /^unlimited$/i.test(value) ? { [`u${name}`]: "unlimited" } : { [name]: value };

const onOff = (isOn: boolean): string => (isOn ? "ON" : "OFF");

/**
 * Switches TLS of a domain on or off, two calls. The command replaces all settings of the domain, so that what it has at
 * this moment is read first and sent along.
 */
export const switchSsl = async (client: Client, domain: string, isOn: boolean): Promise<void> => {
  const { bandwidth, quota, cgi, php } = await client.read(view(domain), domainSettings);
  const fields = {
    action: "modify",
    domain,
    ...amount("bandwidth", bandwidth),
    ...amount("quota", quota),
    ssl: onOff(isOn),
    cgi: onOff(cgi),
    php: onOff(php),
    json: "yes",
  };
  await client.run({ method: "POST", path: "/CMD_API_DOMAIN", body: { kind: "form", fields } });
};
