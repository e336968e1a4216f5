import { toIso } from "@hostseal/rules";
import express, { type Router } from "express";
import type { Letter, PostOffice } from "./post-office.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? "");

const LINK = /https?:\/\/[^\s<>"']+/g;
/** The text of a letter with its links to follow; every other character stands for itself. */
const withLinks = (text: string): string => {
  const links = [...text.matchAll(LINK)].map(([link]) => `<a href="${escaped(link)}">${escaped(link)}</a>`);
  return text
    .split(LINK)
    .map((between, index) => escaped(between) + (links[index] ?? ""))
    .join("");
};

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><h1>${escaped(title)}</h1>${body}</html>`;

const addressList = (addresses: readonly string[], base: string): string =>
  `<ul>${addresses.map((address) => `<li><a href="${base}/${encodeURIComponent(address)}">${escaped(address)}</a></li>`).join("")}</ul>`;

const article = ({ subject, text, receivedAt }: Letter): string =>
  `<article><h2>${escaped(subject)}</h2><p>${toIso(receivedAt)}</p><pre>${withLinks(text)}</pre></article>`;

/** The mailboxes as web pages, or as JSON for whoever asks for it. */
export const createMailPages = (post: PostOffice): Router => {
  const router = express.Router();
  router.get("/", (request, response) => {
    const addresses = post.addresses();
    response.format({
      html: () => response.send(page("Mailboxes", addressList(addresses, request.baseUrl))),
      json: () => response.json({ addresses }),
    });
  });
  router.get("/:address", (request, response) => {
    const { address } = request.params;
    const letters = post.inbox(address);
    response.format({
      html: () => response.send(page(address, letters.map(article).join(""))),
      json: () => response.json({ letters }),
    });
  });
  return router;
};
