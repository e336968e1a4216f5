/** Who must act. `hostseal` is the product itself: nobody has to do anything but wait. */
export type Actor = "customer" | "partner" | "operator" | "issuer" | "hostseal";

/**
 * Whether trying again can help, and when.
 * - `never`: the same thing again fails again
 * - `soon`: minutes, then longer (the steps of the rules' retry schedule)
 * - `told`: not before the time that came with the failure
 * - `after-change`: when somebody has changed something; looked at again once a day
 */
export type Retry = "never" | "soon" | "told" | "after-change";

export type ErrorRow = {
  /** What is wrong, for a person, with `{parameters}`. */
  readonly sentence: string;
  /** What to do about it. */
  readonly fix: string;
  readonly actor: Actor;
  readonly retry: Retry;
  /** The HTTP status it becomes in an API answer (RFC 9110). */
  readonly status: number;
};

/**
 * Every way in which something can fail, in one place: docs, exit codes, API answers and retry decisions are derived
 * from it. What is expected (not validated yet, no money left) is not here: that is a state with a reason to wait.
 */
export const errors = {
  "input.name": {
    sentence: '"{input}" cannot be a name in a certificate: {because}.',
    fix: "Write a host name such as example.com, www.example.com or *.example.com.",
    actor: "customer",
    retry: "never",
    status: 422,
  },
  "input.csr": {
    sentence: "The certificate signing request cannot be used: {because}.",
    fix: "Make a new one with a fresh key, or let Hostseal make it.",
    actor: "customer",
    retry: "never",
    status: 422,
  },
  "input.certificate": {
    sentence: "The certificate cannot be read: {because}.",
    fix: "Give the PEM text, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.",
    actor: "customer",
    retry: "never",
    status: 422,
  },
  "input.date": {
    sentence: '"{input}" is not a date.',
    fix: "Write it as 2027-03-15, or with a time as 2027-03-15T12:00:00Z.",
    actor: "customer",
    retry: "never",
    status: 422,
  },
  "input.option": {
    sentence: "{option}: {because}.",
    fix: "Run the command with --help to see what it takes.",
    actor: "customer",
    retry: "never",
    status: 422,
  },
  "config.missing": {
    sentence: "There is no configuration at {path}.",
    fix: "Run `npm start` for a demo world that needs none, or write the file as docs/configuration.md describes.",
    actor: "operator",
    retry: "never",
    status: 500,
  },
  "config.invalid": {
    sentence: "The configuration at {path} cannot be used: {because}.",
    fix: "Correct the named settings; nothing was changed.",
    actor: "operator",
    retry: "never",
    status: 500,
  },
  "order.unknown": {
    sentence: "There is no order {order} here.",
    fix: "`hostseal list` shows all orders.",
    actor: "customer",
    retry: "never",
    status: 404,
  },
  "order.invalid": {
    sentence: "This cannot be ordered: {because}.",
    fix: "Correct what is named; nothing was charged.",
    actor: "customer",
    retry: "never",
    status: 422,
  },
  "order.refused": {
    sentence: "This cannot be done with order {order}: {because}.",
    fix: "`hostseal status` shows what the order waits for and what can be done with it.",
    actor: "customer",
    retry: "never",
    status: 409,
  },
  "product.unknown": {
    sentence: 'There is no product "{product}".',
    fix: "On sale: {available}.",
    actor: "customer",
    retry: "never",
    status: 404,
  },
  "archive.none": {
    sentence: "There is no private key to hand over for order {order}: {because}.",
    fix: "A reissue makes a fresh key and certificate at no cost.",
    actor: "customer",
    retry: "never",
    status: 409,
  },
  "issuer.unknown": {
    sentence: 'No issuer is configured under "{issuer}".',
    fix: "Name it under issuers in the configuration.",
    actor: "operator",
    retry: "after-change",
    status: 500,
  },
  "issuer.unauthorised": {
    sentence: "{issuer} does not accept the credentials.",
    fix: "Put a valid API credential into the configuration.",
    actor: "partner",
    retry: "after-change",
    status: 502,
  },
  "issuer.rejected": {
    sentence: "{issuer} refused the request: {because}.",
    fix: "Correct what is named and order again; nothing was charged.",
    actor: "customer",
    retry: "never",
    status: 422,
  },
  "issuer.funds": {
    sentence: "The prepaid balance at {issuer} does not cover the order.",
    fix: "Top up the balance; the order goes on by itself.",
    actor: "partner",
    retry: "after-change",
    status: 402,
  },
  "issuer.rate-limited": {
    sentence: "{issuer} asks for fewer calls until {until}.",
    fix: "Nothing to do: the order goes on then.",
    actor: "hostseal",
    retry: "told",
    status: 503,
  },
  "issuer.unreachable": {
    sentence: "{issuer} does not answer: {because}.",
    fix: "Nothing to do: we try again by ourselves.",
    actor: "issuer",
    retry: "soon",
    status: 503,
  },
  "issuer.answer-lost": {
    sentence: "{issuer} was asked, but its answer was lost.",
    fix: "Nothing to do: we ask what became of it before anything is sent again.",
    actor: "hostseal",
    retry: "soon",
    status: 503,
  },
  "issuer.malformed-answer": {
    sentence: "{issuer} answered with something that is not its API: {because}.",
    fix: "Nothing to do: we try again by ourselves. If it stays, the issuer's service is disturbed.",
    actor: "issuer",
    retry: "soon",
    status: 502,
  },
  "issuer.order-unknown": {
    sentence: "{issuer} does not know its order {ref}.",
    fix: "Ask the issuer's support with this number.",
    actor: "partner",
    retry: "after-change",
    status: 502,
  },
  "issuer.wrong-state": {
    sentence: "{issuer} cannot do this now: {because}.",
    fix: "Nothing to do: the order is looked at again.",
    actor: "hostseal",
    retry: "soon",
    status: 409,
  },
  "certificate.mismatch": {
    sentence: "{issuer} sent a certificate that is not the one ordered: {because}.",
    fix: "It is not installed. Ask the issuer's support; a reissue gives a fresh one.",
    actor: "issuer",
    retry: "after-change",
    status: 502,
  },
  "certificate.chain": {
    sentence: "The certificate does not lead to a trusted root: {because}.",
    fix: "It is not installed. Add the missing intermediate or root to the trust settings.",
    actor: "operator",
    retry: "after-change",
    status: 502,
  },
  "host.unknown": {
    sentence: 'No host is configured under "{host}".',
    fix: "Name it under hosts in the configuration.",
    actor: "operator",
    retry: "after-change",
    status: 500,
  },
  "host.unreachable": {
    sentence: "{host} does not answer: {because}.",
    fix: "Check that the server is up; we try again by ourselves. The site keeps its present certificate.",
    actor: "operator",
    retry: "soon",
    status: 503,
  },
  "host.unauthorised": {
    sentence: "{host} does not accept the credentials.",
    fix: "Put a valid credential for this host into the configuration.",
    actor: "operator",
    retry: "after-change",
    status: 502,
  },
  "host.permission-missing": {
    sentence: "{host} does not allow this: {permission} is missing.",
    fix: "Grant the named permission to the credential.",
    actor: "operator",
    retry: "after-change",
    status: 502,
  },
  "host.site-unknown": {
    sentence: "{host} has no site {site}.",
    fix: "Choose a site that the host lists.",
    actor: "customer",
    retry: "after-change",
    status: 404,
  },
  "host.refused": {
    sentence: "{host} refused the installation: {because}.",
    fix: "The site keeps its present certificate. Correct what is named on the host.",
    actor: "operator",
    retry: "after-change",
    status: 502,
  },
  "host.config-broken": {
    sentence: "The web server's own configuration test on {host} fails already: {because}.",
    fix: "Correct the configuration first; nothing was touched.",
    actor: "operator",
    retry: "after-change",
    status: 409,
  },
  "host.malformed-answer": {
    sentence: "{host} answered with something that is not its API: {because}.",
    fix: "Check the host's address and version in the configuration.",
    actor: "operator",
    retry: "soon",
    status: 502,
  },
  "host.plan-stale": {
    sentence: "The site on {host} changed while the installation was prepared.",
    fix: "Nothing to do: the installation is planned again.",
    actor: "hostseal",
    retry: "soon",
    status: 409,
  },
  "ssh.host-key-unknown": {
    sentence: "The host key of {host} is not known yet; it shows {fingerprint}.",
    fix: "Compare this fingerprint with the server's own, then enrol it: hostseal hosts add {host}.",
    actor: "operator",
    retry: "after-change",
    status: 502,
  },
  "ssh.host-key-changed": {
    sentence: "{host} shows the host key {seen}, and {known} was expected. Nothing was sent to it.",
    fix: "Find out why the key changed; if the change is right, enrol the host again.",
    actor: "operator",
    retry: "after-change",
    status: 502,
  },
  "ssh.nothing-in-common": {
    sentence: "{host} and we have no {kind} in common; it offers {offered}.",
    fix: "Use the system's ssh for this host, or enable a current algorithm on the server.",
    actor: "operator",
    retry: "after-change",
    status: 502,
  },
  "install.not-proven": {
    sentence: "{name} was not seen with the new certificate: {because}.",
    fix: "The certificate before it was put back. Check what is named; we try again by ourselves.",
    actor: "operator",
    retry: "soon",
    status: 502,
  },
  "key.lost": {
    sentence: "The private key of this enrolment is no longer there: {because}.",
    fix: "Nothing to do: a fresh key is made and the certificate reissued.",
    actor: "hostseal",
    retry: "soon",
    status: 500,
  },
  "vault.unreadable": {
    sentence: "A sealed secret cannot be opened: {because}.",
    fix: "Put the key file that belongs to this data folder back in its place.",
    actor: "operator",
    retry: "after-change",
    status: 500,
  },
  "store.stale": {
    sentence: "{document} was changed by somebody else in between.",
    fix: "Nothing to do: it is read again.",
    actor: "hostseal",
    retry: "soon",
    status: 409,
  },
  "store.locked": {
    sentence: "The data folder {folder} is in use by another process{holder}.",
    fix: "Stop that process, or use another folder.",
    actor: "operator",
    retry: "soon",
    status: 503,
  },
  "store.corrupt": {
    sentence: "{document} cannot be read: {because}.",
    fix: "Put the file back from a backup; the others are not affected.",
    actor: "operator",
    retry: "after-change",
    status: 500,
  },
  "store.full": {
    sentence: "The disk under {folder} did not take the change: {because}.",
    fix: "Free some space; nothing was half-written.",
    actor: "operator",
    retry: "soon",
    status: 507,
  },
  "mailer.unreachable": {
    sentence: "The mail server did not take the message: {because}.",
    fix: "Nothing to do: it is sent later.",
    actor: "operator",
    retry: "soon",
    status: 503,
  },
  "capability.unsupported": {
    sentence: "{who} cannot do this: {because}.",
    fix: "Choose another way; `hostseal status` shows what is possible.",
    actor: "customer",
    retry: "never",
    status: 409,
  },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof errors;
export const ERROR_CODES = Object.keys(errors) as readonly ErrorCode[];
