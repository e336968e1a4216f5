import type { Citation } from "../citation.ts";
import { ownPractice, sectigoCps } from "../citation.ts";
import type { Brand } from "../brand.ts";
import { DIGICERT_FAMILY } from "../brand.ts";
import { caPractice } from "../force.ts";
import type { Confidence, DatedValue, Rule } from "../row.ts";

/** The names an issuer answers to in CAA records; `preferred` is one of `accepted`. */
export type IssuerNames = {
  readonly preferred: string;
  readonly accepted: readonly string[];
  /** Still accepted, but not to be written into new records. */
  readonly deprecated?: readonly string[];
};

const SECTIGO_NAMES: IssuerNames = {
  preferred: "sectigo.com",
  accepted: [
    "sectigo.com",
    "usertrust.com",
    "trust-provider.com",
    "comodo.com",
    "comodoca.com",
    "entrust.net",
    "affirmtrust.com",
  ],
  deprecated: ["comodo.com", "comodoca.com"],
};

export const caaIssuersRule: Rule<IssuerNames> = {
  id: "caa.issuers",
  title: "Issuer names in CAA records",
  says: ({ accepted }) => accepted.join(", "),
  rows: [
    { ...always(["sectigo"], sectigoCps("4.2.4")), value: SECTIGO_NAMES },
    {
      ...always(["trustico"], page("Trustico pages", "Sectigo is named as the issuer"), "inferred"),
      value: { preferred: "sectigo.com", accepted: ["sectigo.com"] },
      note: "Trustico has no issuer name of its own",
    },
    {
      ...always(["zerossl"], page("ZeroSSL help", "Invalid CAA Records", "https://help.zerossl.com")),
      value: { preferred: "sectigo.com", accepted: ["sectigo.com"] },
    },
    {
      ...always(DIGICERT_FAMILY, page("DigiCert docs", "DNS CAA resource record check"), "partly"),
      value: { preferred: "digicert.com", accepted: ["digicert.com", "geotrust.com", "rapidssl.com", "thawte.com"] },
      note: "the full list was not confirmed; the brand names come from reseller documents",
    },
    {
      ...always(["globalsign"], page("GlobalSign support", "CAA checking", "https://support.globalsign.com")),
      value: { preferred: "globalsign.com", accepted: ["globalsign.com"] },
    },
    {
      ...always(
        ["letsencrypt"],
        page("ISRG CP/CPS 6.2", "4.2.1", "https://letsencrypt.org/documents/isrg-cp-cps-v6.2/"),
      ),
      value: { preferred: "letsencrypt.org", accepted: ["letsencrypt.org"] },
    },
    {
      ...always(
        ["google"],
        page("Google Trust Services", "DNS debugging", "https://pki.goog/testing/dns-debugging.html"),
      ),
      value: { preferred: "pki.goog", accepted: ["pki.goog"] },
    },
    {
      ...always(["sslcom"], page("SSL.com", "CAA how-to", "https://www.ssl.com")),
      value: { preferred: "ssl.com", accepted: ["ssl.com"] },
    },
    {
      ...always(["godaddy"], page("GoDaddy help", "27227", "https://www.godaddy.com/help")),
      value: { preferred: "godaddy.com", accepted: ["godaddy.com", "starfieldtech.com"] },
    },
    {
      ...always(["amazon"], page("Amazon documentation", "CAA"), "secondary"),
      value: { preferred: "amazon.com", accepted: ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"] },
    },
    {
      ...always(["certum"], page("none found", "-"), "unverified"),
      value: { preferred: "certum.pl", accepted: ["certum.pl"] },
    },
    {
      ...always(["actalis"], page("none found", "-"), "unverified"),
      value: { preferred: "actalis.it", accepted: ["actalis.it"] },
    },
    { ...always(["sandbox"], ownPractice("sandbox CA: what Sectigo does")), value: SECTIGO_NAMES },
  ],
};

function always(
  brands: readonly Brand[],
  citation: Citation,
  confidence: Confidence = "verified",
): Omit<DatedValue<unknown>, "value"> {
  return { from: null, to: null, brands, ...caPractice(citation, confidence) };
}

function page(doc: string, section: string, url?: string): Citation {
  return url === undefined ? { doc, section } : { doc, section, url };
}
