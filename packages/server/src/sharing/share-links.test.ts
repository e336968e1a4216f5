import { asId } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { DAY } from "@hostseal/rules";
import { expect, test } from "vitest";
import { createShareLinks } from "./share-links.ts";

const at = (now: number) => ({ now: () => now, until: () => Promise.resolve() });
const key = new Secret("the key of these tests");

test("a link shows its order for seven days, in every process that has the key", () => {
  const token = createShareLinks(at(0), key).make(asId("ord_1"));
  expect(createShareLinks(at(7 * DAY - 1), key).read(token)).toEqual({ order: "ord_1", until: 7 * DAY });
  expect(createShareLinks(at(7 * DAY), key).read(token)).toBeUndefined();
});

test("a link of another key, or with another order in it, shows nothing", () => {
  const links = createShareLinks(at(0), key);
  const token = links.make(asId("ord_1"));
  const [, mac] = token.split(".");
  const other = Buffer.from(JSON.stringify(["ord_2", DAY])).toString("base64url");
  expect(links.read(`${other}.${mac}`)).toBeUndefined();
  expect(createShareLinks(at(0), new Secret("another key")).read(token)).toBeUndefined();
  for (const broken of ["", ".", "a", `${token.split(".")[0]}`]) expect(links.read(broken)).toBeUndefined();
});
