import { expect, it } from "vitest";
import { pleskSettings } from "./settings.ts";

it("takes the panel's address without its last slash, and gives mail and webmail the certificate unless told", () => {
  expect(pleskSettings.parse({ url: "https://plesk.example:8443/", account: "harbour" })).toEqual({
    url: "https://plesk.example:8443",
    account: "harbour",
    services: ["mail", "webmail"],
  });
});

it.each([
  { url: "http://plesk.example:8443", account: "harbour" },
  { url: "https://plesk.example:8443", account: "" },
  { url: "https://plesk.example:8443", account: "harbour", services: ["ftp"] },
  { url: "https://plesk.example:8443", account: "harbour", key: "never in the configuration" },
])("refuses %j", (settings) => {
  expect(pleskSettings.safeParse(settings).success).toBe(false);
});
