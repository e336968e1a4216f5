import { describe, expect, test } from "vitest";
import { vocabularyOf } from "../words/vocabulary.ts";
import { createLetterWriter, type Letter } from "./letter.ts";

const brand = { name: "Pier SSL", supportEmail: "help@pier.example", sender: "ssl@pier.example", accent: "#123456" };

const letter: Letter = {
  subject: "pier.example: active",
  paragraphs: ["One line.\nAnother.", "A second paragraph."],
  links: [{ label: "See it", url: "https://ssl.pier.example/track?order=1&a=b" }],
  closing: "Good-bye.",
};

const written = (changes: Partial<Letter> = {}, locale: "en" | "ar" = "en") =>
  createLetterWriter({ brand })({ ...letter, ...changes }, vocabularyOf(locale));

describe("a letter", () => {
  test("says the same in text and in HTML, under the partner's name", () => {
    const { text, html, from } = written();
    expect(text).toBe(
      "One line.\nAnother.\n\nA second paragraph.\n\nSee it:\nhttps://ssl.pier.example/track?order=1&a=b\n\nGood-bye.\n\n-- \nPier SSL\nQuestions? help@pier.example",
    );
    for (const part of ["One line.<br>Another.", "A second paragraph.", "See it", "Good-bye.", "Pier SSL", "#123456"])
      expect(html).toContain(part);
    expect(html).toContain('href="https://ssl.pier.example/track?order=1&amp;a=b"');
    expect(from).toEqual({ name: "Pier SSL", address: "ssl@pier.example" });
  });

  test("brings nothing from anywhere else", () => {
    expect(written().html).not.toMatch(/<(?:img|script|link|iframe)|url\(/);
  });

  test("shows what others have written as text", () => {
    const { html } = written({ paragraphs: ["<script>alert(1)</script>"], subject: "</title><b>" });
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("</title><b>");
  });

  test("has one line for a subject, whatever is in it", () => {
    expect(written({ subject: "a\r\nBcc: evil@example.com" }).subject).toBe("a Bcc: evil@example.com");
  });

  test("runs from right to left where its language does", () => {
    expect(written({}, "ar").html).toContain('lang="ar" dir="rtl"');
  });
});
