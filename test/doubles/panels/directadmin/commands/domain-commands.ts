import { type Command, content, done, domainOf, refuse, unknownAction } from "./command.ts";

const onOff = (isOn: boolean): string => (isOn ? "ON" : "OFF");

export const showDomains: Command = ({ premises, caller }) =>
  content(premises.estate.of(caller.user).map(({ name }) => name));

export const showSubdomains: Command = (call) => content(domainOf(call).labels);

export const showPointers: Command = (call) =>
  content(Object.fromEntries(domainOf(call).pointers.map((pointer) => [pointer, "alias"])));

/** Amounts are texts, and the word for no limit is among them. */
export const viewDomain: Command = (call) => {
  if (call.fields["action"] !== "view") throw unknownAction(call);
  const { name, user } = domainOf(call);
  const { ssl, cgi, php } = call.premises.settingsOf(name);
  return content({
    domain: name,
    username: user,
    active: "yes",
    suspended: "no",
    bandwidth: "unlimited",
    quota: "10240",
    ssl: onOff(ssl),
    cgi: onOff(cgi),
    php: onOff(php),
    ips: ["127.0.0.1"],
  });
};

const amountIn = (fields: Readonly<Record<string, string>>, name: string): string => {
  const given = fields[name] ?? fields[`u${name}`];
  if (given === undefined || given === "") throw refuse("Cannot save", `The ${name} is missing`);
  return given;
};

/** Replaces all settings: what is not sent is off, and an amount that is not sent is an error. */
export const modifyDomain: Command = (call) => {
  if (call.method !== "POST" || call.fields["action"] !== "modify") throw unknownAction(call);
  const { name, webspace } = domainOf(call);
  for (const amount of ["bandwidth", "quota"]) amountIn(call.fields, amount);
  const settings = call.premises.settingsOf(name);
  for (const flag of ["ssl", "cgi", "php"] as const) settings[flag] = call.fields[flag] === "ON";
  call.premises.world.controls.web.hold(webspace.id, !settings.ssl);
  return done("Domain modified");
};
