import type { Citation } from "./citation.ts";
import { br, chromeRoot, evg, ownPractice } from "./citation.ts";
import type { Confidence, Status } from "./row.ts";

/** What stands behind a row: its text, how sure it is and what makes it binding. Spread into each row of the tables. */
export type Force = { readonly citation: Citation; readonly confidence: Confidence; readonly status: Status };

/** Law of the Baseline Requirements, read in the text. */
export const brLaw = (section: string): Force => ({ citation: br(section), confidence: "verified", status: "adopted" });

/** Law of the EV Guidelines, read in the text. */
export const evLaw = (section: string): Force => ({
  citation: evg(section),
  confidence: "verified",
  status: "adopted",
});

/** Policy of the Chrome root programme, read in the text. */
export const chromeLaw = (section: string): Force => ({
  citation: chromeRoot(section),
  confidence: "verified",
  status: "root-program",
});

/** What an issuer says it does. */
export const caPractice = (citation: Citation, confidence: Confidence = "verified"): Force => ({
  citation,
  confidence,
  status: "ca-practice",
});

/** What Hostseal itself has chosen. */
export const ownChoice = (section: string): Force => ({
  citation: ownPractice(section),
  confidence: "inferred",
  status: "best-practice",
});
