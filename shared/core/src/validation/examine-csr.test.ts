import { makeCsr, makeKey } from "@hostseal/pki";
import { beforeAll, describe, expect, test } from "vitest";
import { isFailure } from "../errors/failure.ts";
import { TODAY, nameOf } from "../orders/sample-order.fixture.ts";
import { examineCsr } from "./examine-csr.ts";

describe("a customer's own request", () => {
  const names = [nameOf("example.com"), nameOf("www.example.com")];
  let csr: string;
  beforeAll(async () => {
    csr = await makeCsr({ key: await makeKey("ec-p256"), names });
  });

  const refusal = (text: string, wanted = names): string => {
    try {
      examineCsr(text, { names: wanted, level: "dv", at: TODAY });
    } catch (thrown) {
      if (isFailure(thrown, "input.csr")) return thrown.message;
      throw thrown;
    }
    throw new Error("it was taken");
  };

  test("is read when it fits, also with text around it", () => {
    expect(examineCsr(`here it is:\n${csr}\nthanks`, { names, level: "dv", at: TODAY })).toMatchObject({ names });
  });

  test("is refused in words that say what is wrong", () => {
    const refused = "The certificate signing request cannot be used:";
    expect(refusal("")).toBe(`${refused} nothing was given.`);
    expect(refusal("Dear CA, please!")).toBe(`${refused} no -----BEGIN CERTIFICATE REQUEST----- is in it.`);
    expect(refusal(csr, [...names, nameOf("shop.example.com")])).toBe(`${refused} it does not hold shop.example.com.`);
    expect(refusal(csr, names.slice(0, 1))).toBe(`${refused} it holds www.example.com, which is not ordered.`);
  });

  test("is refused when its key is too weak to be certified", async () => {
    const { generateKeyPairSync } = await import("node:crypto");
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
    const { Secret } = await import("@hostseal/pki");
    const pem = new Secret(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
    const weak = await makeCsr({ key: pem, names });
    expect(refusal(weak)).toMatch(/its key is not allowed/);
  });
});
