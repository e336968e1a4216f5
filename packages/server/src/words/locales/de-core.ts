import type { CoreWords } from "../core-words.ts";
import { deErrors } from "./de-errors.ts";
import { deMails } from "./de-mails.ts";
import { deCodes, dePhrases } from "./de-phrases.ts";

export const deCore: CoreWords = {
  locale: "de",
  waits: {
    "draft.blocked": { sentence: "{problem}", todo: "{fix} Es wurde nichts berechnet." },
    "draft.agreement": {
      sentence: "Der Teilnehmervertrag ist noch nicht angenommen.",
      todo: "Lesen Sie ihn und nehmen Sie ihn an.",
    },
    "draft.confirm": {
      sentence:
        "Alles ist bereit: {names}, Laufzeit in Jahren: {years}, Preis: {price}. Nach der Ausstellung gibt es keine Erstattung.",
      todo: "Bestätigen Sie die Bestellung.",
    },
    "preflight.blocked": {
      sentence: "Die Neuausstellung würde abgelehnt: {problem}",
      todo: "{fix} Das jetzige Zertifikat bleibt in Betrieb.",
    },
    "balance.low": {
      sentence: "Das Guthaben von {balance} reicht für den Preis von {price} nicht aus.",
      todo: "Laden Sie das Guthaben auf; danach geht die Bestellung von selbst weiter.",
    },
    "proof.record": {
      sentence:
        "{name} soll über DNS nachgewiesen werden, und die Zone liegt bei einem anderen Anbieter. Jetzt zu sehen: {found}.",
      todo: "Legen Sie diesen Eintrag beim DNS-Anbieter an: {host} {type} {value}",
    },
    "proof.file": {
      sentence:
        "{name} soll mit einer Datei nachgewiesen werden, und die Website liegt bei einem anderen Anbieter. Jetzt zu sehen: {found}.",
      todo: "Legen Sie unter http://{name}{path} eine Datei mit diesem Inhalt ab: {body}",
    },
    "proof.mail": {
      sentence: "Für {name} wurde eine Nachricht mit einem Link zur Freigabe an {address} gesendet.",
      todo: "Öffnen Sie die Nachricht und folgen Sie dem Link, oder wählen Sie eine andere Methode.",
    },
    "proof.spreading": {
      sentence:
        "Der Nachweis für {name} ist veröffentlicht und von außen noch nicht zu sehen. Jetzt zu sehen: {found}.",
      todo: "Nichts: Nameserver ziehen meist in wenigen Minuten nach.",
    },
    "proof.refused": {
      sentence:
        "Die Zertifizierungsstelle hat nach dem Nachweis für {name} gesucht und ihn nicht angenommen: {because}. Gesehen wurde: {evidence}.",
      todo: "Vergleichen Sie das Gesehene mit dem, was veröffentlicht ist; es wird von selbst erneut geprüft.",
    },
    "issuer.preparing": {
      sentence: "Die Zertifizierungsstelle hat noch nicht mitgeteilt, was sie für {name} sehen möchte.",
      todo: "Nichts: Wir fragen von selbst wieder nach.",
    },
    "issuer.checking": {
      sentence: "Die Nachweise sind sichtbar; die Zertifizierungsstelle wurde gebeten, sie anzusehen.",
      todo: "Nichts: Das dauert meist ein paar Minuten.",
    },
    "issuer.organisation": {
      sentence: "Die Zertifizierungsstelle prüft die Organisation: {check}.",
      todo: "Antworten Sie, wenn sie anruft oder schreibt; das kann einige Tage dauern.",
    },
    "issuer.issuing": {
      sentence: "Alles ist nachgewiesen; die Zertifizierungsstelle stellt das Zertifikat aus.",
      todo: "Nichts: Das dauert meist nur Minuten.",
    },
    "install.by-hand": {
      sentence: "Das Zertifikat ist ausgestellt und bei {name} noch nicht zu sehen: {found}.",
      todo: "Installieren Sie es: Diese Seite gibt Ihnen Zertifikat, Kette und Schlüssel, einmalig.",
    },
    "step.failed": { sentence: "{problem}", todo: "{fix}" },
    "licence.running": {
      sentence: "Das Zertifikat wird bis {notAfter} ausgeliefert. Lizenz bis {licenceEnd}.",
      todo: "Nichts: {plan}.",
    },
    "site.not-served": {
      sentence: "{name} wurde ohne sein Zertifikat gesehen ({seen}): {because}.",
      todo: "Finden Sie heraus, was sich auf dem Server geändert hat; eine Neuausstellung installiert es wieder.",
    },
    "account.suspended": {
      sentence:
        "Das Hosting-Konto ist gesperrt, und die Bestellung steht still. Das jetzige Zertifikat bleibt in Betrieb.",
      todo: "Heben Sie die Sperre im Panel auf; die Bestellung geht dann von selbst weiter.",
    },
    "account.removed": {
      sentence: "Das Hosting-Konto dieser Bestellung wurde entfernt; dort wird nichts mehr neu ausgestellt.",
      todo: "Stornieren oder widerrufen Sie die Bestellung, oder lassen Sie sie: Sie endet mit ihrer Lizenz.",
    },
    "licence.taken-over": {
      sentence: "Bestellung {by} führt diese Lizenz fort, die am {licenceEnd} endet.",
      todo: "Nichts.",
    },
    "licence.ending": {
      sentence: "Die Lizenz endet am {licenceEnd}, und mit ihr das letzte Zertifikat.",
      todo: "Verlängern Sie sie: Eine Verlängerung schließt ohne Lücke an.",
    },
  },
  errors: deErrors,
  problems: {
    fine: { sentence: "{name} ist bereit: {evidence}.", fix: "Nichts zu tun." },
    "caa-other-issuer": {
      sentence: "CAA bei {at} erlaubt nur andere Zertifizierungsstellen: {record}.",
      fix: "Fügen Sie den Eintrag `{at} CAA {add}` hinzu.",
    },
    "caa-nobody": {
      sentence: "CAA bei {at} verbietet jede Ausstellung: {record}.",
      fix: "Ersetzen Sie ihn durch den Eintrag `{at} CAA {add}`.",
    },
    "caa-critical": {
      sentence:
        "CAA bei {at} enthält eine kritische Angabe, über die keine Zertifizierungsstelle hinweggehen darf: {record}.",
      fix: "Entfernen Sie den Eintrag {record} bei {at}.",
    },
    "caa-parameters": {
      sentence:
        "CAA bei {at} beschränkt die Zertifizierungsstelle auf ein anderes Konto oder eine andere Methode: {record}.",
      fix: "Ändern Sie ihn in `{at} CAA {add}`.",
    },
    "caa-unanswered": {
      sentence:
        "Die Frage nach CAA bei {at} blieb ohne Antwort ({because}, von {server}); dann darf keine Zertifizierungsstelle ausstellen.",
      fix: "Sorgen Sie dafür, dass die Nameserver von {at} Fragen vom Typ CAA beantworten.",
    },
    "dnssec-bogus": {
      sentence:
        "Die DNSSEC-Signaturen von {at} stimmen nicht; so darf keine Zertifizierungsstelle ausstellen (BR §4.2.2.2).",
      fix: "Berichtigen Sie die DS-Einträge beim Registrar, oder signieren Sie die Zone neu.",
    },
    "dns-unanswered": {
      sentence: "Die Frage nach {type} bei {at} blieb ohne Antwort ({because}).",
      fix: "Prüfen Sie, ob alle Nameserver von {at} antworten.",
    },
    "no-such-name": {
      sentence: "{name} gibt es im DNS nicht.",
      fix: "Legen Sie ihn an, oder berichtigen Sie die Schreibweise.",
    },
    "no-address": {
      sentence: "{name} hat keine Adresse; eine Datei dort kann also nicht abgerufen werden.",
      fix: "Legen Sie einen A- oder AAAA-Eintrag an, oder wählen Sie den Nachweis über DNS.",
    },
    "http-unreachable": {
      sentence: "http://{name}/.well-known/pki-validation/ lässt sich von außen nicht abrufen: {because}.",
      fix: "Öffnen Sie Port 80 für alle, oder wählen Sie den Nachweis über DNS.",
    },
    "http-redirect": {
      sentence:
        "http://{name}/.well-known/pki-validation/ leitet so weiter, wie keine Zertifizierungsstelle folgt: {because}.",
      fix: "Nehmen Sie /.well-known/ von der Weiterleitung aus, oder wählen Sie den Nachweis über DNS.",
    },
    "no-mail-server": {
      sentence: "{name} hat keinen Mailserver; eine Nachricht zur Freigabe kann also nicht ankommen.",
      fix: "Wählen Sie den Nachweis über DNS oder eine Datei.",
    },
    "method-refused": {
      sentence: "{name} lässt sich so nicht nachweisen ({method}): {because}.",
      fix: "Möglich ist: {alternatives}.",
    },
    "method-ends": {
      sentence: "Der Nachweis für {name} auf diesem Weg ({method}) endet am {endsAt}.",
      fix: "Jetzt nichts; wechseln Sie vor diesem Tag zu DNS oder Datei.",
    },
  },
  mails: deMails,
  phrases: dePhrases,
  codes: deCodes,
  actors: {
    customer: "Sie",
    partner: "Ihr Anbieter",
    operator: "Wer den Server betreibt",
    issuer: "Die Zertifizierungsstelle",
    hostseal: "Niemand: Es geht von selbst weiter",
  },
  standings: {
    examining: "Wird geprüft",
    blocked: "Blockiert",
    "ready-to-order": "Bereit zur Bestellung",
    "waiting-for-balance": "Wartet auf Guthaben",
    "checking-domain": "Ihre Domain wird geprüft",
    "waiting-for-issuer": "Wartet auf die Zertifizierungsstelle",
    "waiting-for-you": "Wartet auf Sie",
    "under-way": "In Arbeit",
    "not-installed": "Ausgestellt, nicht installiert",
    active: "Aktiv",
    "licence-ending": "Aktiv, Lizenz endet bald",
    continued: "Durch Verlängerung fortgeführt",
    "not-served": "Wird nicht ausgeliefert",
    paused: "Angehalten",
    failing: "Fehlgeschlagen, neuer Versuch folgt",
    "failing-old-live": "Fehlgeschlagen, altes Zertifikat weiter aktiv",
    expired: "Abgelaufen",
    cancelled: "Storniert",
    refunded: "Storniert, Geld zurück",
    revoked: "Widerrufen",
    rejected: "Von der Zertifizierungsstelle abgelehnt",
  },
};
