type Json = Readonly<Record<string, unknown>>;

const sorted = (one: Json): Json =>
  Object.fromEntries(Object.entries(one).toSorted(([left], [right]) => (left < right ? -1 : 1)));

const changed = (text: string, field: string, added: Json): string => {
  const manifest = JSON.parse(text) as Readonly<Record<string, Json>>;
  return `${JSON.stringify({ ...manifest, [field]: sorted({ ...manifest[field], ...added }) }, undefined, 2)}\n`;
};

/** The manifest of the doubles, with the new panel's double on its own path. */
export const withDouble = (text: string, name: string): string =>
  changed(text, "exports", { [`./${name}`]: `./${name}/index.ts` });

/** The manifest of the tests, which run the contract on the new panel. */
export const withPlugin = (text: string, name: string): string =>
  changed(text, "dependencies", { [`@hostseal/${name}`]: "workspace:*" });
