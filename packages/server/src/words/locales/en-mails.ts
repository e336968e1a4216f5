import type { MailWords } from "../core-words.ts";

/** As in the core, but for readers of mails and pages, who have no terminal. */
export const enMails: MailWords = {
  "certificate-active": {
    subject: "{names}: the certificate is active",
    text: "The certificate for {names} is installed and was seen from outside.\nIt is valid until {notAfter} and is replaced by itself before then.",
  },
  "proof-needed": {
    subject: "{names}: please show that you control the name",
    text: "The certificate authority wants to see a proof for {names}, in a place that we cannot write to.\nThe page of order {order} shows exactly what to publish; we notice it by ourselves.",
  },
  "install-needed": {
    subject: "{names}: the certificate is ready to be installed",
    text: "The certificate for {names} is issued. The page of order {order} hands it over with its key, once.\nWe look at the site and tell you when it is served.",
  },
  "certificate-in-danger": {
    subject: "{names}: the certificate ends on {notAfter} and its successor is not served yet",
    text: "The next certificate for {names} has not been installed, and the present one ends on {notAfter}.\nThe page of order {order} says what is missing.",
  },
  "certificate-revoked": {
    subject: "{names}: the certificate authority has revoked the certificate",
    text: "The certificate authority has revoked the certificate for {names}; browsers will refuse it.\nA revoked certificate cannot be reissued. Please order a new one.",
  },
  "request-refused": {
    subject: "{names}: what you asked for cannot be done",
    text: "{problem}\n{fix}",
  },
  "licence-ending": {
    subject: "{names}: the licence ends on {end}",
    text: "The licence for {names} ends on {end}. Without a renewal the site has no certificate from then on.\nA renewal of order {order} continues it without a gap.",
  },
};
