/** The value of an `issue` or `issuewild` property. `issuer` is empty where it names nobody. */
export type IssueValue =
  | { readonly kind: "issue-value"; readonly issuer: string; readonly parameters: readonly CaaParameter[] }
  | { readonly kind: "malformed" };

/** One parameter; the tag in lower case, the value exactly as written. */
export type CaaParameter = { readonly tag: string; readonly value: string };

const LABEL = "[A-Za-z0-9](?:-*[A-Za-z0-9])*";
const ISSUER = new RegExp(`^${LABEL}(?:\\.${LABEL})*$`);
const TAG = new RegExp(`^${LABEL}$`);
const VALUE = /^[\x21-\x3a\x3c-\x7e]*$/;

/**
 * Parses an issue value by the grammar of RFC 8659 section 4.2: an optional issuer domain name, then `;` and parameters
 * `tag=value`. Anything outside the grammar is `malformed` and must be read as naming nobody. The issuer is given in lower case.
 */
export function parseIssueValue(text: string): IssueValue {
  const [issuer = "", ...parts] = text.split(";").map(withoutBlanks);
  if (issuer !== "" && !ISSUER.test(issuer)) return { kind: "malformed" };
  const onlySemicolon = parts.length === 1 && parts[0] === "";
  const parameters = onlySemicolon ? [] : parts.map(parseParameter);
  if (parameters.includes(undefined)) return { kind: "malformed" };
  return {
    kind: "issue-value",
    issuer: issuer.toLowerCase(),
    parameters: parameters.filter((parameter) => parameter !== undefined),
  };
}

function parseParameter(text: string): CaaParameter | undefined {
  const equals = text.indexOf("=");
  if (equals < 0) return undefined;
  const tag = withoutBlanks(text.slice(0, equals));
  const value = withoutBlanks(text.slice(equals + 1));
  return TAG.test(tag) && VALUE.test(value) ? { tag: tag.toLowerCase(), value } : undefined;
}

function withoutBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
