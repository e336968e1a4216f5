import { describe, expect, it } from "vitest";
import { judgeBrand } from "./brand-form.ts";
import { contrastOf } from "./contrast.ts";

const BRAND = {
  name: "Pier",
  sender: "ssl@pier.example",
  supportEmail: "help@pier.example",
  accent: "#0b6e4f",
  onAccent: "#ffffff",
};

describe("a brand", () => {
  it("is taken when it is complete and readable", () => {
    expect(judgeBrand(BRAND, undefined)).toEqual({ kind: "good", brand: BRAND });
  });

  it("needs a contrast that everybody can read", () => {
    expect(judgeBrand({ ...BRAND, accent: "#777777" }, undefined)).toMatchObject({ kind: "low-contrast" });
    expect(judgeBrand({ ...BRAND, accent: "#767676" }, undefined)).toMatchObject({ kind: "good" });
  });

  it("cannot bring anything else into a style sheet", () => {
    for (const accent of ["red", "#fff", "#0b6e4f;}", "#0b6e4g", "url(x)"])
      expect(judgeBrand({ ...BRAND, accent }, undefined), accent).toEqual({ kind: "wrong-colour" });
  });

  it("cannot bring a line into a mail, nor markup into a page", () => {
    for (const name of ["", "Pier\r\nBcc: all", "<b>Pier</b>", "x".repeat(81)])
      expect(judgeBrand({ ...BRAND, name }, undefined), name).toEqual({ kind: "wrong-field" });
    expect(judgeBrand({ ...BRAND, sender: "a@b.example\nBcc: c" }, undefined)).toEqual({ kind: "wrong-field" });
  });

  it("has contrasts as WCAG counts them", () => {
    expect(contrastOf("#000000", "#ffffff")).toBe(21);
    expect(contrastOf("#ffffff", "#ffffff")).toBe(1);
    expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });
});
