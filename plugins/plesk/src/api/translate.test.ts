import { expect, it } from "vitest";
import { type Permission, toFailure } from "./translate.ts";

const rows: readonly (readonly [number, Permission, string, string])[] = [
  [1001, "hosting", "host.unauthorised", "plesk does not accept the credentials."],
  [11_003, "hosting", "host.unauthorised", "plesk does not accept the credentials."],
  [1006, "hosting", "host.permission-missing", "Hosting settings management (manage_phosting) is missing"],
  [1006, "dns", "host.permission-missing", "DNS zone management (manage_dns) is missing"],
  [1006, "administrator", "host.permission-missing", "plesk bin secret_key --create"],
  [1050, "hosting", "host.unreachable", "it is busy with another operation"],
  [1005, "hosting", "host.refused", "does not know the version of the call"],
  [1013, "hosting", "host.refused", "it does not find what the call names"],
  [1023, "hosting", "host.refused", "its own words say why"],
  [14_008, "hosting", "host.refused", "its error has the number 14008"],
];

it.each(rows)("error %d while %s is needed is %s", (code, permission, expected, words) => {
  const failure = toFailure("plesk", { code, text: "In its own words." }, permission);
  expect(failure.code).toBe(expected);
  expect(failure.message).toContain(words);
  expect(failure.evidence).toBe(`${code} In its own words.`);
});
