/** Text with its `${name}` put in. What is not known stays as it is written, as with the server. */
export type Expanded = { readonly text: string; readonly unknown: readonly string[]; readonly hasVariables: boolean };

const VARIABLE = /\$\{([^}]+)\}/g;

/** Puts in defines first, then the environment (`ap_resolve_env` in server/core.c). */
export const expandVariables = (text: string, sources: readonly ReadonlyMap<string, string>[]): Expanded => {
  if (!text.includes("${")) return { text, unknown: [], hasVariables: false };
  const unknown: string[] = [];
  const expanded = text.replaceAll(VARIABLE, (written, name: string) => {
    const value = sources.find((source) => source.has(name))?.get(name);
    if (value === undefined) unknown.push(name);
    return value ?? written;
  });
  return { text: expanded, unknown, hasVariables: true };
};
