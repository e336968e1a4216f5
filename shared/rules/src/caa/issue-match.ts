import type { Brand } from "../brand.ts";
import type { Method } from "../method.ts";
import type { CaaRecord } from "./caa-record.ts";
import type { CaaParameter } from "./issue-value.ts";
import { parseIssueValue } from "./issue-value.ts";
import { caaIssuerNames } from "./issuer-names.ts";
import { methodLabels } from "./method-labels.ts";

/** Which RFC 8657 parameter does not fit. */
export type CaaMismatch = "account-mismatch" | "method-mismatch";

/** What one `issue` or `issuewild` record means to us. */
export type IssueMatch = {
  readonly kind: "fits" | CaaMismatch | "other-issuer" | "nobody";
  readonly record: CaaRecord;
};

/** Who we are: the issuer, our account there, and the method in use, as far as they are known. */
export type IssueContext = { readonly brand: Brand; readonly accountUri?: string; readonly method?: Method };

const FROM_CLOSE_TO_FAR = ["fits", "account-mismatch", "method-mismatch", "other-issuer", "nobody"] as const;

/**
 * Reads one record. A malformed value names nobody (RFC 8659 section 4.2). A parameter given twice can never be satisfied
 * (RFC 8657 section 3); the account is compared to the byte; unknown parameters are ignored.
 */
export function issueMatch(record: CaaRecord, context: IssueContext): IssueMatch {
  const parsed = parseIssueValue(record.value);
  if (parsed.kind === "malformed" || parsed.issuer === "") return { kind: "nobody", record };
  if (!caaIssuerNames(context.brand).accepted.includes(parsed.issuer)) return { kind: "other-issuer", record };
  if (!accountFits(valuesOf(parsed.parameters, "accounturi"), context)) return { kind: "account-mismatch", record };
  const methodsFit = methodFits(valuesOf(parsed.parameters, "validationmethods"), context);
  return { kind: methodsFit ? "fits" : "method-mismatch", record };
}

/** The match that permits, or else the one that comes closest to it. */
export function closestMatch(matches: readonly IssueMatch[]): IssueMatch | undefined {
  return FROM_CLOSE_TO_FAR.map((kind) => matches.find((match) => match.kind === kind)).find(
    (match) => match !== undefined,
  );
}

/**
 * The value that would let us in where this record does not: our issuer, and our account and method wherever a record of
 * our issuer binds either and we know ours.
 */
export function fittingValue({ kind, record }: IssueMatch, { brand, accountUri, method }: IssueContext): string {
  const parsed = parseIssueValue(record.value);
  const ours = kind === "account-mismatch" || kind === "method-mismatch";
  const bound = ours && parsed.kind === "issue-value" ? parsed.parameters.map(({ tag }) => tag) : [];
  const account = bound.includes("accounturi") && accountUri !== undefined ? [`accounturi=${accountUri}`] : [];
  const label =
    bound.includes("validationmethods") && method !== undefined ? [`validationmethods=${methodLabels(method)[0]}`] : [];
  return [caaIssuerNames(brand).preferred, ...account, ...label].join("; ");
}

function valuesOf(parameters: readonly CaaParameter[], tag: string): readonly string[] {
  return parameters.filter((parameter) => parameter.tag === tag).map((parameter) => parameter.value);
}

function accountFits(wanted: readonly string[], { accountUri }: IssueContext): boolean {
  return wanted.length === 0 || (wanted.length === 1 && wanted[0] === accountUri);
}

function methodFits(wanted: readonly string[], { method }: IssueContext): boolean {
  if (wanted.length > 1) return false;
  const [only] = wanted;
  if (only === undefined || method === undefined) return true;
  const named = only.split(",");
  return methodLabels(method).some((label) => named.includes(label));
}
