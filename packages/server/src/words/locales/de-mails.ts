import type { MailWords } from "../core-words.ts";

export const deMails: MailWords = {
  "certificate-active": {
    subject: "{names}: Das Zertifikat ist aktiv",
    text: "Das Zertifikat für {names} ist installiert und wurde von außen gesehen.\nEs gilt bis {notAfter} und wird vorher von selbst ersetzt.",
  },
  "proof-needed": {
    subject: "{names}: Bitte weisen Sie nach, dass Sie den Namen kontrollieren",
    text: "Die Zertifizierungsstelle möchte einen Nachweis für {names} sehen, an einer Stelle, an der wir nicht schreiben können.\nDie Seite der Bestellung {order} zeigt genau, was zu veröffentlichen ist; wir bemerken es von selbst.",
  },
  "install-needed": {
    subject: "{names}: Das Zertifikat ist bereit zur Installation",
    text: "Das Zertifikat für {names} ist ausgestellt. Auf der Seite der Bestellung {order} erhalten Sie es mit seinem Schlüssel, einmalig.\nWir beobachten die Website und melden uns, sobald es ausgeliefert wird.",
  },
  "certificate-in-danger": {
    subject: "{names}: Das Zertifikat endet am {notAfter}, und sein Nachfolger wird noch nicht ausgeliefert",
    text: "Das nächste Zertifikat für {names} ist noch nicht installiert, und das jetzige endet am {notAfter}.\nDie Seite der Bestellung {order} sagt, was noch fehlt.",
  },
  "certificate-revoked": {
    subject: "{names}: Die Zertifizierungsstelle hat das Zertifikat widerrufen",
    text: "Die Zertifizierungsstelle hat das Zertifikat für {names} widerrufen; Browser lehnen es ab.\nEin widerrufenes Zertifikat kann nicht neu ausgestellt werden. Bitte bestellen Sie ein neues.",
  },
  "request-refused": {
    subject: "{names}: Ihr Auftrag lässt sich nicht ausführen",
    text: "{problem}\n{fix}",
  },
  "licence-ending": {
    subject: "{names}: Die Lizenz endet am {end}",
    text: "Die Lizenz für {names} endet am {end}. Ohne Verlängerung hat die Website von da an kein Zertifikat mehr.\nEine Verlängerung der Bestellung {order} führt sie ohne Lücke fort.",
  },
};
