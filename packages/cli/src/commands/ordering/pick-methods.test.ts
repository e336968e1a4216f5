import { fromIso } from "@hostseal/rules";
import { describe, expect, test } from "vitest";
import { nameOf, SHOP, START } from "../../../test/orders.ts";
import { pickMethods } from "./pick-methods.ts";

const WILD = nameOf("*.example.com");
const picked = (methods: readonly string[], approvers: readonly string[] = []) =>
  pickMethods([SHOP, WILD], { methods, approvers, at: START });

describe("the methods a person chose", () => {
  test("count for the name they were given for", () => {
    expect(picked(["shop.example.com=file", "*.example.com=dns-cname"])).toEqual({
      [SHOP]: { method: "file" },
      [WILD]: { method: "dns-cname" },
    });
  });

  test("an approver counts for every name of the domain, unless a method was chosen", () => {
    expect(picked(["shop.example.com=dns-txt"], ["Admin@example.com "])).toEqual({
      [SHOP]: { method: "dns-txt" },
      [WILD]: { method: "email", address: "admin@example.com" },
    });
  });

  test.each([
    ["shop.example.com", "write it as example.com=dns-txt"],
    ["shop.example.com=http", "the method is dns-txt"],
    ["shop.example.com=email:me@example.com", "the method is dns-txt"],
    ["other.example.com=file", "other.example.com is not ordered"],
    ["=file", "nothing was written"],
  ])("%s is refused", (text, because) => {
    expect(() => picked([text])).toThrow(because);
  });

  test("an address that cannot approve is refused", () => {
    expect(() => picked([], ["owner@example.com"])).toThrow(/none of the five addresses/);
  });

  test("no message approves anything once the rules have ended it", () => {
    const late = { methods: [], approvers: ["admin@example.com"], at: fromIso("2029-01-01") };
    expect(() => pickMethods([SHOP], late)).toThrow(/--email-approver/);
  });
});
