/** Where a rule can be read: the document with its version, the section in it, and an address when the text is public. */
export type Citation = { readonly doc: string; readonly section: string; readonly url?: string };

const CABF = "https://github.com/cabforum/servercert/blob/main/docs";

/** CA/Browser Forum, Baseline Requirements for TLS server certificates. */
export const br = (section: string): Citation => ({ doc: "CA/B Forum TLS BR 2.3.0", section, url: `${CABF}/BR.md` });

/** CA/Browser Forum, Guidelines for extended validation certificates. */
export const evg = (section: string): Citation => ({ doc: "EV Guidelines 2.0.2", section, url: `${CABF}/EVG.md` });

/** Chrome Root Program Policy. */
export const chromeRoot = (section: string): Citation => ({
  doc: "Chrome Root Program Policy 1.8",
  section,
  url: "https://github.com/GoogleChrome/chromerootprogram",
});

/** Certificate policy and practice statement of Sectigo for TLS. */
export const sectigoCps = (section: string): Citation => ({
  doc: "Sectigo TLS CP/CPS 6.2.2",
  section,
  url: "https://github.com/sectigo/policy-documentation",
});

/** A document of the RFC series. */
export const rfc = (number: number, section: string): Citation => ({
  doc: `RFC ${number}`,
  section,
  url: `https://www.rfc-editor.org/rfc/rfc${number}`,
});

/** What Hostseal itself has chosen to do where no outside text rules. */
export const ownPractice = (section: string): Citation => ({ doc: "Hostseal practice", section });
