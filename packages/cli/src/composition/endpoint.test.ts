import { describe, expect, test } from "vitest";
import { formatEndpoint, parseEndpoint } from "./endpoint.ts";

describe("a resolver's address", () => {
  test.each([
    ["9.9.9.9", { address: "9.9.9.9", port: 53 }],
    ["127.0.0.1:5353", { address: "127.0.0.1", port: 5353 }],
    ["2620:fe::fe", { address: "2620:fe::fe", port: 53 }],
    ["[::1]", { address: "::1", port: 53 }],
    ["[::1]:5353", { address: "::1", port: 5353 }],
  ])("reads %s", (text, endpoint) => {
    expect(parseEndpoint(text)).toEqual(endpoint);
    expect(parseEndpoint(formatEndpoint(endpoint))).toEqual(endpoint);
  });

  test.each([
    "",
    "dns.example",
    "9.9.9",
    "9.9.9.9:0",
    "9.9.9.9:65536",
    "9.9.9.9:",
    "::1:5353:",
    "[9.9.9.9",
    "1.2.3.4:5:6",
  ])("refuses %s", (text) => {
    expect(parseEndpoint(text)).toBeUndefined();
  });
});
