/** The organisation of an OV or EV subject (BR §7.1.2.7.4, EVG §7.1.4.2); no unit, which is prohibited. */
export type SubjectOrganisation = {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region?: string;
  readonly city?: string;
};

/** What only an EV subject carries (EVG §7.1.4.2). */
export type ExtendedSubject = {
  readonly businessCategory: "Private Organization" | "Government Entity" | "Business Entity" | "Non-Commercial Entity";
  /** ISO 3166-1 alpha-2. */
  readonly jurisdictionCountry: string;
  readonly registrationNumber: string;
};

/** The subject or issuer of a certificate, in the parts this product writes. */
export type DistinguishedName = {
  readonly commonName?: string;
  readonly organisation?: SubjectOrganisation;
  readonly extended?: ExtendedSubject;
};

const BUSINESS_CATEGORY = "2.5.4.15";
const JURISDICTION_COUNTRY = "1.3.6.1.4.1.311.60.2.1.3";
const SERIAL_NUMBER = "2.5.4.5";

const COUNTRY = /^[A-Z]{2}$/;
const PRINTABLE = /^[A-Za-z0-9 '()+,./:=?-]*$/;

type AttributeValue = { printableString: string } | { utf8String: string };
/** One attribute of a name, as @peculiar/x509 takes it. Values are typed: its plain strings give `#` and quotes a meaning. */
export type NameAttribute = Record<string, AttributeValue[]>;

const attribute = (type: string, value: string | undefined): NameAttribute[] =>
  value ? [{ [type]: [PRINTABLE.test(value) ? { printableString: value } : { utf8String: value }] }] : [];

const country = (type: string, value: string | undefined): NameAttribute[] => {
  if (value !== undefined && !COUNTRY.test(value)) {
    throw new TypeError("A country is two capital letters (ISO 3166-1 alpha-2)");
  }
  return attribute(type, value);
};

/**
 * The attributes of a name from the widest to the narrowest: country first, common name last.
 * @throws TypeError when a country is not a two-letter code.
 */
export const nameAttributes = ({ commonName, organisation, extended }: DistinguishedName): NameAttribute[] => [
  ...country(JURISDICTION_COUNTRY, extended?.jurisdictionCountry),
  ...attribute(BUSINESS_CATEGORY, extended?.businessCategory),
  ...attribute(SERIAL_NUMBER, extended?.registrationNumber),
  ...country("C", organisation?.country),
  ...attribute("ST", organisation?.region),
  ...attribute("L", organisation?.city),
  ...attribute("O", organisation?.name),
  ...attribute("CN", commonName),
];
