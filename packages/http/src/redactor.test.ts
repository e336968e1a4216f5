import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactor } from "./redactor.ts";

describe("the redactor", () => {
  it("takes a secret out however it is written", () => {
    const secret = 'a"b/c+d=&';
    const text = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify({ secret }),
      Buffer.from(secret).toString("base64"),
    ];
    const redacted = redactor(secret)(text.join("\n"));
    expect(redacted.split("\n")).toEqual(["[secret]", "[secret]", '{"secret":"[secret]"}', "[secret]"]);
  });

  it("leaves no secret of any kind in any text", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), fc.string(), fc.string(), (secret, before, after) => {
        fc.pre(!"[secret]".includes(secret));
        expect(redactor(secret)(before + secret + after)).not.toContain(secret);
      }),
    );
  });

  it("leaves texts alone when there is no secret", () => {
    expect(redactor("")("abc")).toBe("abc");
  });
});
