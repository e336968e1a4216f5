/** What is wrong with a command line; the program ends with it, and its usage. */
export class UsageFault extends Error {}

export type Flags = {
  has(flag: string): boolean;
  /** Its value, the last when there are several. */
  value(flag: string): string | undefined;
  values(flag: string): readonly string[];
  required(flag: string): string;
};

/** Which flags a program knows: those with a value, and those without. */
export type Grammar = { readonly valued: readonly string[]; readonly bare: readonly string[] };

/**
 * The command line that `remote.cgi` makes of a form: a flag for each field, and an argument for each line of its value.
 * That is why PEM has to travel on one line.
 */
export const toArguments = (form: URLSearchParams): readonly string[] =>
  [...form].flatMap(([name, value]) =>
    name === "program" || name === "json" ? [] : [`--${name}`, ...(value === "" ? [] : value.split("\n"))],
  );

/** Reads a command line as the panel's programs do: a flag takes what comes next as its value, whatever that is. */
export const readFlags = (given: readonly string[], { valued, bare }: Grammar): Flags => {
  const found: (readonly [flag: string, value: string])[] = [];
  const rest = [...given];
  while (rest.length > 0) {
    const argument = rest.shift() ?? "";
    const flag = argument.startsWith("--") ? argument.slice(2) : "";
    if (valued.includes(flag)) found.push([flag, rest.shift() ?? ""]);
    else if ([...bare, "multiline"].includes(flag)) found.push([flag, ""]);
    else throw new UsageFault(`Unknown parameter ${argument}`);
  }
  const values = (flag: string) => found.filter(([name]) => name === flag).map(([, value]) => value);
  return {
    has: (flag) => found.some(([name]) => name === flag),
    value: (flag) => values(flag).at(-1),
    values,
    required: (flag) => {
      const value = values(flag).at(-1);
      if (value === undefined || value === "") throw new UsageFault(`Missing --${flag} parameter`);
      return value;
    },
  };
};
