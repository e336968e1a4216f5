import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ejs, { type TemplateFunction } from "ejs";
import { directionOf, LOCALE_NAMES, LOCALES } from "../words/locale.ts";
import { phraseIn } from "../words/say.ts";
import { dayIn, momentIn, timeIn } from "../words/times.ts";
import type { Asset } from "./assets.ts";
import type { Frame, Page } from "./page.ts";

const FOLDER = fileURLToPath(new URL("templates/", import.meta.url));
const NAMES = ["t", "words", "said", "day", "moment", "time", "model", "page", "frame", "assets", "include_"];
const languages = LOCALES.map((locale) => ({ locale, name: LOCALE_NAMES[locale] }));
const OPTIONS = { strict: true, _with: false, destructuredLocals: NAMES } as const;

const compileAll = (): ReadonlyMap<string, TemplateFunction> => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ejs"));
  return new Map(
    files.map((file) => [file.replace(/\.ejs$/, ""), ejs.compile(readFileSync(join(FOLDER, file), "utf8"), OPTIONS)]),
  );
};

/** Makes HTML of pages. All templates are read and compiled at once, so that a broken one shows at start. */
export type Renderer = {
  /** A whole document. */
  document(page: Page, frame: Frame): string;
  /** Only what is inside it, for a page that is brought up to date in place. */
  fragment(page: Page, frame: Frame): string;
};

export const createRenderer = (assets: ReadonlyMap<string, Asset>): Renderer => {
  const templates = compileAll();
  const urls = Object.fromEntries([...assets].map(([name, { path }]) => [name, path]));

  const render = (name: string, page: Page, frame: Frame, more: object): string => {
    const template = templates.get(name);
    if (!template) throw new TypeError(`there is no template ${name}`);
    const { locale, t, core } = frame.words;
    const locals = {
      t,
      words: core,
      said: (text: string) => phraseIn(core, text),
      day: (instant: number) => dayIn(locale, instant),
      moment: (instant: number) => momentIn(locale, instant),
      time: (instant: number) => timeIn(locale, instant),
      model: page.model,
      page,
      frame: { ...frame, languages, direction: directionOf(locale), csrf: frame.csrf ?? frame.session?.csrf ?? "" },
      assets: urls,
    };
    const include = (partial: string, model: object): string =>
      render(`partials/${partial}`, { ...page, model }, frame, {});
    return template({ ...locals, include_: include, ...more });
  };

  const fragment: Renderer["fragment"] = (page, frame) => render(page.template, page, frame, {});
  return {
    fragment,
    document: (page, frame) => render("layout", { ...page, model: { body: fragment(page, frame) } }, frame, {}),
  };
};
