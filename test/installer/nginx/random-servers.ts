import fc from "fast-check";

const label = fc.constantFrom("a", "b", "www");
const hostName = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => [...labels, "test"].join("."));

const regex = fc.constantFrom(
  String.raw`~^(?<who>\w+)\.b\.test$`,
  String.raw`~^www\d*\.`,
  "~B",
  String.raw`~^(?!www\.)[ab.]+\.test$`,
  "~^[^.]+[.](?:a|b)[.]t[[:alpha:]]+$",
  String.raw`"~^\w{1,3}\.test$"`,
  String.raw`~(?P<x>a)\.(?:b\.)?test\z`,
);

const serverName = fc.oneof(
  hostName,
  hostName.map((name) => name.toUpperCase()),
  hostName.map((name) => `*.${name}`),
  hostName.map((name) => `.${name}`),
  fc.array(label, { minLength: 1, maxLength: 2 }).map((labels) => `${labels.join(".")}.*`),
  regex,
  fc.constantFrom("_", '""', "$hostname"),
);

const withoutStar = (address: string): string => address.replace("*:", "");
const address = fc.constantFrom("", "*:", "127.0.0.1:", "127.0.0.2:", "[::1]:", "[::]:");

export type ServerDraft = {
  /** What stands before the port. */
  readonly addresses: readonly string[];
  readonly names: readonly string[];
  readonly isDefault: boolean;
};

/** Servers that nginx takes, in each other's way in every manner. */
export const serverDrafts: fc.Arbitrary<readonly ServerDraft[]> = fc.array(
  fc.record({
    addresses: fc.uniqueArray(address, { minLength: 1, maxLength: 3, selector: withoutStar }),
    names: fc.array(serverName, { maxLength: 4 }),
    isDefault: fc.boolean(),
  }),
  { minLength: 3, maxLength: 12 },
);

/** Names that are or are not among theirs. */
export const askedNames: readonly string[] = [
  ...["a", "b", "www"].flatMap((one) => [
    `${one}.test`,
    ...["a", "b", "www"].flatMap((two) => [`${two}.${one}.test`, `www.${two}.${one}.test`]),
  ]),
  "test",
  "other.example",
  "www12.test",
  "a.example",
  "www.b.example",
];

export type Written = {
  readonly port: number;
  /** Behind each address: `ssl`, or nothing. */
  readonly option: string;
  readonly inside: (index: number) => string;
};

/** The drafts as they stand in a configuration; an address has one default server at most. */
export const writeServers = (drafts: readonly ServerDraft[], { port, option, inside }: Written): string => {
  const marked = new Set<string>();
  const isFirst = (key: string): boolean => marked.size < marked.add(key).size;
  return drafts
    .map(({ addresses, names, isDefault }, index) => {
      const mark = (one: string): string => (isDefault && isFirst(withoutStar(one)) ? " default_server" : "");
      const listens = addresses.map((one) => `listen ${one}${port}${option}${mark(one)};`).join(" ");
      const named = names.length > 0 ? `server_name ${names.join(" ")};` : "";
      return `server {\n    ${listens}\n    ${named}\n    ${inside(index)}\n}\n`;
    })
    .join("");
};
