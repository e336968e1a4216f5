import { expect, it } from "vitest";
import { toValidationFile } from "./validation-file.ts";

it("takes a path apart", () => {
  expect(toValidationFile("/.well-known/pki-validation/A_1.txt", "panel")).toEqual({
    folders: [".well-known", "pki-validation"],
    name: "A_1.txt",
  });
});

it.each([
  "/proof.txt",
  "/.well-known",
  "/.well-known/",
  "/.well-known/../proof.txt",
  "/.well-known/..\\proof.txt",
  "/.well-known/%2e%2e/proof.txt",
  "/.well-known//proof.txt",
  "/.well-known/.htaccess",
  "/.well-known/proof.txt\n",
  "/.well-known-not/proof.txt",
])("refuses %j", (path) => {
  expect(() => toValidationFile(path, "panel")).toThrow("only files below");
});
