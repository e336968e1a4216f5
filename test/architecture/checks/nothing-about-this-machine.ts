import type { Check } from "../check.ts";
import { findInText } from "../source/find-in-code.ts";

const MACHINE_PATH = /(?<![\w./-])\/(?:work|root|workspace|Users|mnt)\/[\w.-]+/g;
const REGISTRY = new RegExp(
  [
    String.raw`\bregistry\.[\w.-]+\.[a-z]{2,}`,
    String.raw`\bnpmmirror\b`,
    '"resolved"\\s*:\\s*"https?:',
    String.raw`\btarball:\s*https?:`,
  ].join("|"),
  "g",
);
const OWN_TEST = "test/architecture/checks/nothing-about-this-machine";

export const nothingAboutThisMachine: Check = {
  title: "nothing tells of the machine it was written on",
  find: (files) => {
    const told = files.filter(({ path }) => !path.startsWith(OWN_TEST));
    return [
      ...findInText(told, MACHINE_PATH).map(({ where, found }) => `${where} names the path ${found} of one machine.`),
      ...findInText(told, REGISTRY).map(
        ({ where }) => `${where} names a package registry. That is the machine's choice.`,
      ),
    ];
  },
};
