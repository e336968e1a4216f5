import { posix } from "node:path";
import type { Check } from "../check.ts";
import { findInText } from "../source/find-in-code.ts";
import type { SourceFile } from "../source/source-file.ts";

/** A path of the repository in backticks; patterns and placeholders are none. */
const NAMED = /`(?:shared|packages|plugins|test|docs|\.boot|\.ci)\/[\w./-]*`/g;
const LINKED = /\]\((?!https?:|mailto:|#)[^)\s]+\)/g;

/** What a page points to; one of the paths has to be there. */
type Target = { readonly where: string; readonly shown: string; readonly paths: readonly string[] };

const withoutSlash = (path: string): string => path.replace(/\/$/, "");

const besides = (page: SourceFile, path: string): string => withoutSlash(posix.join(posix.dirname(page.path), path));

/** Named from the root, or from the folder of the page. */
const namedIn = (page: SourceFile): readonly Target[] =>
  findInText([page], NAMED).map(({ where, found }) => {
    const shown = found.slice(1, -1);
    return { where, shown, paths: [withoutSlash(shown), besides(page, shown)] };
  });

const linkedIn = (page: SourceFile): readonly Target[] =>
  findInText([page], LINKED).map(({ where, found }) => {
    const shown = found.slice(2, -1);
    const [path = ""] = shown.split("#");
    return { where, shown, paths: [besides(page, path)] };
  });

export const pagesPointSomewhere: Check = {
  title: "a page names only files that are there",
  find: (files) => {
    const isThere = (path: string): boolean =>
      files.some((file) => file.path === path || file.path.startsWith(`${path}/`));
    return files
      .filter(({ path }) => path.endsWith(".md"))
      .flatMap((page) => namedIn(page).concat(linkedIn(page)))
      .filter(({ paths }) => !paths.some(isThere))
      .map(({ where, shown }) => `${where} points to ${shown}, which is not there.`);
  },
};
