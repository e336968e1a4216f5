/** What a Plesk server may be like that is not as one wishes. */
export type Habits = {
  /** Whoever comes is the administrator. */
  readonly acceptsAnyKey?: true;
  /** Certificates are stored, and said to be in use; the web server never hears of them. */
  readonly installsNothing?: true;
  /** Our extension is not installed. */
  readonly lacksExtension?: true;
  /** Refuses every certificate with these words. */
  readonly refusesCertificates?: string;
  /** Refuses to make a site use a certificate, with these words. */
  readonly refusesBinding?: string;
  /** Says that a record was added or removed, and changes none. */
  readonly leavesZones?: true;
  /** What `plesk bin subscription_settings` ends with, and what it prints then. */
  readonly mailCommandFails?: { readonly code: number; readonly stderr: string };
};
