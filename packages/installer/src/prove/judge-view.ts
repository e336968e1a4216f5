import type { DomainName } from "@hostseal/rules";
import type { Sight, Spot } from "./look.ts";
import type { Seen, View } from "./view.ts";

export type Expectation = {
  readonly name: DomainName;
  /** Hex SHA-256 of the leaf that shall be served for the name. */
  readonly sha256: string;
  /** Plain HTTP for the name may answer otherwise than before: it is redirected now. */
  readonly redirects: boolean;
  /** Whether the site was served over TLS before; else it shows there what it shows without. */
  readonly hadTls: boolean;
  /** Names that have no certificate of their own: over TLS they are shown that of the default, whatever that has. */
  readonly borrowing: readonly string[];
};

const REDIRECTS = 300;

const spotInWords = (spot: Spot): string =>
  spot.kind === "page"
    ? `${spot.scheme}://${spot.name}/ on ${spot.address}`
    : `the default certificate on ${spot.address}`;

const isPage = (sight: Sight): sight is Extract<Sight, { kind: "page" }> => sight.kind === "page";

/** Whether a page that was stable is another one now; of one that never was, only the status counts. */
const isOtherPage = ([first, second]: Seen["sights"], now: Sight): boolean => {
  if (!isPage(first) || !isPage(second) || !isPage(now)) return first.kind !== now.kind;
  if (first.status !== second.status) return false;
  return first.status !== now.status || (first.body === second.body && first.body !== now.body);
};

const certificateOf = (sight: Sight): string | undefined => (sight.kind === "nothing" ? undefined : sight.certificate);

/** A default where there was none is new, and changes nothing for anybody. */
const neighbourTrouble = ({ spot, sights }: Seen, now: Sight): string | undefined => {
  const [before] = sights;
  if (before.kind === "nothing") return undefined;
  if (certificateOf(before) !== certificateOf(now)) return `${spotInWords(spot)} shows another certificate`;
  return isOtherPage(sights, now) ? `${spotInWords(spot)} shows something else` : undefined;
};

/** What the site itself showed on an address over TLS. */
const ownBefore = (before: View, address: string, { name }: Expectation): string | undefined => {
  const seen = before.find(
    ({ spot }) => spot.kind === "page" && spot.scheme === "https" && spot.name === name && spot.address === address,
  );
  return seen && certificateOf(seen.sights[0]);
};

/** Whoever was shown the site's certificate because nobody else is meant is shown its new one. */
const follows = (before: View, { spot, sights }: Seen, now: Sight, expectation: Expectation): boolean => {
  const isDefault = spot.kind === "no-name" || expectation.borrowing.includes(spot.name);
  const old = certificateOf(sights[0]);
  const isOwn = old !== undefined && old === ownBefore(before, spot.address, expectation);
  return isDefault && isOwn && certificateOf(now) === expectation.sha256 && !isOtherPage(sights, now);
};

/** What the page over TLS has to be like: what was there, or the plain page when that is one and no redirect. */
const twinOf = (before: View, { spot, sights }: Seen, hadTls: boolean): Seen["sights"] | undefined => {
  if (hadTls || spot.kind !== "page") return sights;
  const plain = before.find(
    (seen) =>
      seen.spot.kind === "page" &&
      seen.spot.scheme === "http" &&
      seen.spot.name === spot.name &&
      seen.spot.address === spot.address,
  );
  return plain?.sights.every((sight) => isPage(sight) && sight.status < REDIRECTS) === true ? plain.sights : undefined;
};

const ownTrouble = (
  before: View,
  seen: Seen,
  now: Sight,
  { sha256, redirects, hadTls }: Expectation,
): string | undefined => {
  const { spot } = seen;
  if (spot.kind === "page" && spot.scheme === "http") {
    return !redirects && isOtherPage(seen.sights, now) ? `${spotInWords(spot)} shows something else` : undefined;
  }
  if (now.kind === "nothing") return `${spotInWords(spot)} does not answer: ${now.because}`;
  if (certificateOf(now) !== sha256) return `${spotInWords(spot)} does not show the new certificate`;
  const twin = twinOf(before, seen, hadTls);
  return twin?.[0].kind === "page" && isOtherPage(twin, now) ? `${spotInWords(spot)} shows another site` : undefined;
};

/** What is not as it should be after an installation, in words, or nothing. `now` has the order of `before`. */
export const judgeView = (before: View, now: readonly Sight[], expectation: Expectation): string | undefined =>
  before
    .map((seen, index) => {
      const sight = now[index];
      if (!sight) return `${spotInWords(seen.spot)} was not looked at`;
      const isOwn = seen.spot.kind === "page" && seen.spot.name === expectation.name;
      if (isOwn) return ownTrouble(before, seen, sight, expectation);
      return follows(before, seen, sight, expectation) ? undefined : neighbourTrouble(seen, sight);
    })
    .find((trouble) => trouble !== undefined);

/** What is not as it was before an installation that was taken back, in words, or nothing. */
export const judgeReturn = (before: View, now: readonly Sight[]): string | undefined =>
  before
    .map((seen, index) => {
      const sight = now[index] ?? { kind: "nothing", because: "not looked at" };
      if (seen.sights[0].kind === "nothing")
        return sight.kind === "nothing" ? undefined : `${spotInWords(seen.spot)} still answers`;
      return neighbourTrouble(seen, sight);
    })
    .find((trouble) => trouble !== undefined);
