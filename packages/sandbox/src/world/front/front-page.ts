import type { Resident } from "../populate/populate.ts";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

const STYLE = `
:root { color-scheme: light dark }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#eef1f4, #14181d); color: light-dark(#1c232b, #e6ebf0) }
header { background: #24405e; color: #fff; padding: 1rem max(1rem, calc((100vw - 60rem) / 2)) }
header small { color: #c9d7e6 }
main { max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem; display: grid; gap: 1.5rem }
section { background: light-dark(#fff, #1d232a); border: 1px solid light-dark(#d4dae1, #35404b); border-radius: 8px; padding: 1rem 1.25rem }
h1 { font-size: 1.25rem; margin: 0 } h2 { font-size: 1rem; margin: 0 0 .75rem }
.tiles { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)) }
.tile { display: grid; gap: .5rem; justify-items: center; padding: 1rem; border: 1px solid light-dark(#c9d1d9, #46525f); border-radius: 8px; background: none; color: inherit; font: inherit; text-align: center }
button.tile { cursor: pointer; border: 2px solid light-dark(#24405e, #8fb9e6); font-weight: 600 }
.tile svg { width: 2.5rem; height: 2.5rem }
.off { color: light-dark(#5a6672, #9aa7b4) }
ul { margin: 0; padding: 0; list-style: none } li { padding: .35rem 0 } li small { color: light-dark(#4f5b67, #a7b3bf) }`;

const ICON = `<svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2"><circle cx="16" cy="16" r="12"/><path d="M10.5 16.5l3.8 3.8 7.4-8" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
const BOX = `<svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2"><rect x="5" y="8" width="22" height="16" rx="2"/></svg>`;
/** What a panel has beside, and this one only shows. */
const OTHERS: readonly string[] = ["E-mail accounts", "Files", "Databases", "DNS zones"];

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;

const toItem = ({ names, story }: Resident): string =>
  `<li>${escapeHtml(names[0] ?? "")}<br><small>${escapeHtml(story)}</small></li>`;

/** What a customer of the hosting company sees after logging in. */
export const frontPage = (account: string, residents: readonly Resident[]): string =>
  page(
    "Quayside, the demo hosting panel",
    `<header><h1>Quayside</h1><small>A make-believe hosting panel. You are logged in as ${escapeHtml(account)}.</small></header><main>
<section><h2>Tools</h2><div class="tiles"><form method="post" action="/ssl"><button class="tile">${ICON}SSL certificates</button></form>${OTHERS.map((name) => `<div class="tile off">${BOX}${name}</div>`).join("")}</div></section>
<section><h2>Sites</h2><ul>${residents.map(toItem).join("")}</ul></section></main>`,
  );

/** Carries an assertion to the app in a form of its own; it never stands in an address. */
export const carryPage = (app: string, assertion: string): string =>
  page(
    "SSL certificates",
    `<main><form method="post" action="${escapeHtml(app)}/panel/sign-on" id="carry"><input type="hidden" name="assertion" value="${escapeHtml(assertion)}"><p>Opening SSL certificates …</p><button class="tile">Continue</button></form></main><script>document.getElementById("carry").submit()</script>`,
  );
