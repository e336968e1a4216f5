const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=(?:"([^"]*)"|'([^']*)'|([^\s;#]*))/gm;
const VARIABLE = /\$(?:\{(\w+)\}|(\w+))/g;

/**
 * What Debian's envvars or Red Hat's sysconfig file sets, without running it: plain assignments in their order, with
 * earlier ones put in and anything unknown as nothing. Conditions are not followed: a variable assigned on both sides
 * of one has the last value, which on Debian is that of the plain server.
 */
export const parseEnvironmentFile = (text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.matchAll(ASSIGNMENT)) {
    const value = single ?? (double ?? bare ?? "").replaceAll(VARIABLE, (_, one, two) => found.get(one ?? two) ?? "");
    found.set(name, value);
  }
  return found;
};
