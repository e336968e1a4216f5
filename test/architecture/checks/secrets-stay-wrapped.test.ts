import { expect, test } from "vitest";
import { REVEALERS, secretsStayWrapped } from "./secrets-stay-wrapped.ts";

const listed = Object.keys(REVEALERS).map((path) => ({ path, text: "use(secret.reveal());" }));

test("says where a secret is revealed that should not be", () => {
  const file = { path: "packages/store/src/a.ts", text: "\nlog(secret.reveal());" };
  expect(secretsStayWrapped.find([...listed, file])).toEqual([
    "packages/store/src/a.ts:2 reveals a secret. Pass it on wrapped, or list the file with its reason.",
  ]);
});

test("says which listed file reveals nothing any more", () => {
  const [first, ...others] = listed;
  expect(secretsStayWrapped.find(others)).toEqual([
    `${first?.path} is listed as revealing secrets and does not. Take it off the list.`,
  ]);
});

test("is content with the listed files and with tests", () => {
  const file = { path: "packages/pki/src/secret.test.ts", text: "secret.reveal();" };
  expect(secretsStayWrapped.find([...listed, file])).toEqual([]);
});
