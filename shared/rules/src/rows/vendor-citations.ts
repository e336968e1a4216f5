import type { Citation } from "../citation.ts";

const DIGICERT = "https://docs.digicert.com";

export const digicertValidityEnd: Citation = {
  doc: "DigiCert docs",
  section: "End of 397-day certificates",
  url: `${DIGICERT}/manage-certificates/end-2-year-public-ssl-certificates`,
};

export const digicertReuse: Citation = {
  doc: "DigiCert docs",
  section: "Domain validation requirements and reuse periods",
  url: `${DIGICERT}/en/certcentral/perform-domain-control-validation--dcv-/domain-validation-requirements-and-reuse-periods.html`,
};

export const digicertReuseForOrganisations: Citation = {
  doc: "DigiCert docs",
  section: "Domain validation reuse for OV and EV",
  url: `${DIGICERT}/en/certcentral/perform-domain-control-validation--dcv-/validate-domains-on-an-ov-and-ev-tls-certificate-order/domain-validation-reuse-for-ov-and-ev-certificates.html`,
};

export const digicertReissue: Citation = {
  doc: "DigiCert docs",
  section: "Reissue certificates",
  url: `${DIGICERT}/en/certcentral/order-and-manage-certificates/manage-certificate-orders/reissue-certificates.html`,
};

export const digicertPlans: Citation = {
  doc: "DigiCert docs",
  section: "Annual plans",
  url: `${DIGICERT}/en/certcentral/manage-certificates/digicert-annual-plans.html`,
};

export const digicertClientAuth: Citation = {
  doc: "DigiCert ALERT53",
  section: "modified 2026-03-03",
  url: "https://knowledge.digicert.com/alerts/sunsetting-client-authentication-eku-from-digicert-public-tls-certificates",
};

export const realtimeRegister: Citation = {
  doc: "Realtime Register blog",
  section: "Upcoming SSL validity changes",
  url: "https://realtimeregister.com/blog/upcoming-ssl-validity-changes-what-this-means-and-how-to-prepare",
};

export const resellerNotice: Citation = {
  doc: "Reseller notice (arkict)",
  section: "Stepdown in certificate lifespan",
  url: "https://portal.arkict.com.my/index.php?rp=%2Fannouncements%2F2%2FStepdown-In-SSLorTLS-Certificate-Lifespan-Validity.html",
};

export const sectigoDcvPolicy: Citation = {
  doc: "Sectigo docs",
  section: "DCV policy, Reissuing",
  url: "https://docs.sectigo.com/sps/domain-control-validation/dcv-policy.html",
};

export const sectigoReplace: Citation = {
  doc: "Sectigo docs",
  section: "AutoReplaceSSL request",
  url: "https://docs.sectigo.com/sps/auto-replace-ssl/request",
};

export const trusticoReuse: Citation = {
  doc: "Trustico pages",
  section: "DCV reuse periods",
  url: "https://shop.trustico.com/pages/domain-control-validation-dcv-reuse-periods",
};

export const trusticoClientAuth: Citation = {
  doc: "Trustico stories",
  section: "Client authentication EKU",
  url: "https://shop.trustico.com/blogs/stories/ssl-certificates-with-client-authentication-eku-available-through-trustico-until-may-2026",
};

export const trusticoRefunds: Citation = {
  doc: "Trustico pages",
  section: "Partner refunds",
  url: "https://shop.trustico.co.nz/pages/partner-refunds",
};

export const globalsignValidity: Citation = {
  doc: "GlobalSign support, 2026-02-02",
  section: "Upcoming changes TLS validity FAQs",
  url: "https://support.globalsign.com",
};

export const globalsignCancellation: Citation = {
  doc: "GlobalSign support, 2025-02-12",
  section: "Order cancellation",
  url: "https://support.globalsign.com/account-finance/order-cancellation-globalsign-certificate-center-gcc",
};

export const letsEncryptProfiles: Citation = {
  doc: "Let's Encrypt docs",
  section: "Profiles",
  url: "https://letsencrypt.org/docs/profiles/",
};

export const letsEncryptTimeline: Citation = {
  doc: "Let's Encrypt post 2025-12-02",
  section: "Timeline",
  url: "https://letsencrypt.org/2025/12/02/from-90-to-45",
};

export const letsEncryptClientAuth: Citation = {
  doc: "Let's Encrypt post 2025-05-14",
  section: "updated 2026-03-16",
  url: "https://letsencrypt.org/2025/05/14/ending-tls-client-authentication",
};

export const letsEncryptGuide: Citation = {
  doc: "Let's Encrypt integration guide",
  section: "When to Renew",
  url: "https://letsencrypt.org/docs/integration-guide/",
};

export const boulder = (section: string): Citation => ({
  doc: "Boulder @2d00c8e27",
  section,
  url: "https://github.com/letsencrypt/boulder",
});

/** A secondary collection of what issuers practise. */
export const issuanceCollection = (section: string): Citation => ({
  doc: "referencesource/ca-issuance-validity",
  section,
});

export const letsEncryptKeys: Citation = {
  doc: "Let's Encrypt integration guide",
  section: "Supported Key Algorithms",
  url: "https://letsencrypt.org/docs/integration-guide/",
};
