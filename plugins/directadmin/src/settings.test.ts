import { expect, it } from "vitest";
import { directadminSettings } from "./settings.ts";

const settings = { url: "https://panel.example:2222", account: "alice" };

it("takes an account of a server, and says what is usual", () => {
  expect(directadminSettings.parse(settings)).toEqual({ ...settings, chainAs: "list", services: false });
});

it.each([
  { ...settings, url: "http://panel.example:2222" },
  { ...settings, url: "https://panel.example:2222/" },
  { ...settings, account: "alice|bob" },
  { ...settings, account: "alice:key" },
  { ...settings, holder: "" },
  { ...settings, chainAs: "files" },
  { ...settings, password: "secret" },
])("refuses %j", (wrong) => {
  expect(directadminSettings.safeParse(wrong).success).toBe(false);
});
