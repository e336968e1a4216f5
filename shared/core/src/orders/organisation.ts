/** Who the certificate names beside the domain, for OV and EV (BR §7.1.2.7.4, EVG §7.1.4.2). */
export type Organisation = {
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** E.164. The CA calls a number it finds in a third-party record, not this one. */
  readonly phone: string;
  /** The number in the register of companies; EV only. */
  readonly registrationNumber?: string;
};
