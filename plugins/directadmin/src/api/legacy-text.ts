const PAIRS = /^[\w.%-]+(?:\[\])?=[^\n<]*$/;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

const withoutEntities = (text: string): string =>
  text
    .replaceAll(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) <= 0x10_ff_ff ? String.fromCodePoint(Number(code)) : whole,
    )
    .replaceAll(/&([a-z]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** `list[]=a&list[]=b`, and `list0=a&list1=b` of older versions. */
const isList = (names: readonly string[]): boolean => names.every((name) => /^list(?:\[\]|\d+)$/.test(name));

/**
 * The older of DirectAdmin's two forms of answer, `error=0&text=Saved`, as the data it stands for: a list, or names with
 * texts. HTML entities in the values are resolved. Nothing when the text has another form.
 */
export const fromLegacyText = (text: string): unknown => {
  if (!PAIRS.test(text.trim())) return undefined;
  const pairs = [...new URLSearchParams(text.trim())].map(([name, value]): [string, string] => [
    name,
    withoutEntities(value),
  ]);
  if (isList(pairs.map(([name]) => name))) return pairs.map(([, value]) => value);
  return Object.fromEntries(pairs);
};
