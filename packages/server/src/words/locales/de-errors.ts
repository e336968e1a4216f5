import type { ErrorWords } from "../core-words.ts";

export const deErrors: ErrorWords = {
  "input.name": {
    sentence: "„{input}“ kann kein Name in einem Zertifikat sein: {because}.",
    fix: "Schreiben Sie einen Hostnamen wie example.com, www.example.com oder *.example.com.",
  },
  "input.csr": {
    sentence: "Der CSR kann nicht verwendet werden: {because}.",
    fix: "Erzeugen Sie einen neuen mit frischem Schlüssel, oder lassen Sie ihn von uns erzeugen.",
  },
  "input.certificate": {
    sentence: "Das Zertifikat kann nicht gelesen werden: {because}.",
    fix: "Geben Sie den PEM-Text an, von -----BEGIN CERTIFICATE----- bis -----END CERTIFICATE-----.",
  },
  "input.date": {
    sentence: "„{input}“ ist kein Datum.",
    fix: "Schreiben Sie es als 2027-03-15 oder mit Uhrzeit als 2027-03-15T12:00:00Z.",
  },
  "input.option": { sentence: "{option}: {because}.", fix: "Berichtigen Sie es und senden Sie das Formular erneut." },
  "config.missing": {
    sentence: "Unter {path} gibt es keine Konfiguration.",
    fix: "Wer den Server betreibt, muss sie anlegen.",
  },
  "config.invalid": {
    sentence: "Die Konfiguration unter {path} kann nicht verwendet werden: {because}.",
    fix: "Berichtigen Sie die genannten Einstellungen; es wurde nichts geändert.",
  },
  "order.unknown": {
    sentence: "Eine Bestellung {order} gibt es hier nicht.",
    fix: "Die Seite Ihrer Websites zeigt alle Ihre Bestellungen.",
  },
  "order.invalid": {
    sentence: "Das kann nicht bestellt werden: {because}.",
    fix: "Berichtigen Sie, was genannt ist; es wurde nichts berechnet.",
  },
  "order.refused": {
    sentence: "Das ist bei Bestellung {order} nicht möglich: {because}.",
    fix: "Die Seite der Bestellung zeigt, worauf sie wartet und was mit ihr möglich ist.",
  },
  "product.unknown": { sentence: "Ein Produkt „{product}“ gibt es nicht.", fix: "Im Angebot: {available}." },
  "archive.none": {
    sentence: "Für Bestellung {order} gibt es keinen privaten Schlüssel zu übergeben: {because}.",
    fix: "Eine Neuausstellung erzeugt kostenlos einen frischen Schlüssel mit Zertifikat.",
  },
  "issuer.unknown": {
    sentence: "Die Zertifizierungsstelle dieser Bestellung ist hier nicht eingerichtet.",
    fix: "Nennen Sie sie in der Konfiguration unter issuers.",
  },
  "issuer.unauthorised": {
    sentence: "Die Zertifizierungsstelle nimmt unsere Zugangsdaten nicht an.",
    fix: "Ihr Anbieter muss gültige API-Zugangsdaten in die Konfiguration eintragen.",
  },
  "issuer.rejected": {
    sentence: "Die Zertifizierungsstelle hat den Antrag abgelehnt: {because}.",
    fix: "Berichtigen Sie, was genannt ist, und bestellen Sie erneut; es wurde nichts berechnet.",
  },
  "issuer.funds": {
    sentence: "Das Guthaben reicht für die Bestellung nicht aus.",
    fix: "Laden Sie das Guthaben auf; die Bestellung geht dann von selbst weiter.",
  },
  "issuer.rate-limited": {
    sentence: "Die Zertifizierungsstelle bittet um weniger Anfragen bis {until}.",
    fix: "Nichts zu tun: Die Bestellung geht dann weiter.",
  },
  "issuer.unreachable": {
    sentence: "Die Zertifizierungsstelle antwortet nicht: {because}.",
    fix: "Nichts zu tun: Wir versuchen es von selbst erneut.",
  },
  "issuer.answer-lost": {
    sentence: "Die Zertifizierungsstelle wurde gefragt, aber ihre Antwort ging verloren.",
    fix: "Nichts zu tun: Wir fragen nach, was daraus wurde, bevor etwas noch einmal gesendet wird.",
  },
  "issuer.malformed-answer": {
    sentence: "Die Zertifizierungsstelle hat etwas geantwortet, das wir nicht lesen können: {because}.",
    fix: "Nichts zu tun: Wir versuchen es von selbst erneut. Bleibt es dabei, ist ihr Dienst gestört.",
  },
  "issuer.order-unknown": {
    sentence: "Die Zertifizierungsstelle kennt ihre Bestellung {ref} nicht.",
    fix: "Ihr Anbieter muss deren Support mit dieser Nummer fragen.",
  },
  "issuer.wrong-state": {
    sentence: "Die Zertifizierungsstelle kann das jetzt nicht tun: {because}.",
    fix: "Nichts zu tun: Wir sehen uns die Bestellung wieder an.",
  },
  "certificate.mismatch": {
    sentence: "Die Zertifizierungsstelle hat ein anderes Zertifikat geschickt als bestellt: {because}.",
    fix: "Es wird nicht installiert. Ihr Anbieter muss deren Support fragen; eine Neuausstellung gibt ein frisches.",
  },
  "certificate.chain": {
    sentence: "Das Zertifikat führt zu keiner vertrauenswürdigen Wurzel: {because}.",
    fix: "Es wird nicht installiert. Ergänzen Sie das fehlende Zwischen- oder Wurzelzertifikat in den Einstellungen.",
  },
  "host.unknown": {
    sentence: "Unter „{host}“ ist kein Server eingerichtet.",
    fix: "Nennen Sie ihn in der Konfiguration unter hosts.",
  },
  "host.unreachable": {
    sentence: "{host} antwortet nicht: {because}.",
    fix: "Prüfen Sie, ob der Server läuft; wir versuchen es von selbst erneut. Die Website behält ihr jetziges Zertifikat.",
  },
  "host.unauthorised": {
    sentence: "{host} nimmt die Zugangsdaten nicht an.",
    fix: "Tragen Sie gültige Zugangsdaten für diesen Server in die Konfiguration ein.",
  },
  "host.permission-missing": {
    sentence: "{host} lässt das nicht zu: {permission} fehlt.",
    fix: "Geben Sie den Zugangsdaten die genannte Berechtigung.",
  },
  "host.site-unknown": {
    sentence: "{host} hat keine Website {site}.",
    fix: "Wählen Sie eine Website, die der Server aufführt.",
  },
  "host.refused": {
    sentence: "{host} hat die Installation abgelehnt: {because}.",
    fix: "Die Website behält ihr jetziges Zertifikat. Berichtigen Sie auf dem Server, was genannt ist.",
  },
  "host.config-broken": {
    sentence: "Schon die eigene Prüfung der Webserver-Konfiguration auf {host} schlägt fehl: {because}.",
    fix: "Berichtigen Sie zuerst die Konfiguration; es wurde nichts angerührt.",
  },
  "host.malformed-answer": {
    sentence: "{host} hat etwas geantwortet, das nicht zu seiner API gehört: {because}.",
    fix: "Prüfen Sie Adresse und Version des Servers in der Konfiguration.",
  },
  "host.plan-stale": {
    sentence: "Die Website auf {host} hat sich geändert, während die Installation vorbereitet wurde.",
    fix: "Nichts zu tun: Die Installation wird neu geplant.",
  },
  "ssh.host-key-unknown": {
    sentence: "Der Host-Schlüssel von {host} ist noch nicht bekannt; er zeigt {fingerprint}.",
    fix: "Wer den Server betreibt, vergleicht diesen Fingerabdruck mit dem des Servers und nimmt {host} dann auf.",
  },
  "ssh.host-key-changed": {
    sentence: "{host} zeigt den Host-Schlüssel {seen}, erwartet wurde {known}. Es wurde nichts dorthin gesendet.",
    fix: "Finden Sie heraus, warum sich der Schlüssel geändert hat; ist es richtig so, nehmen Sie den Server neu auf.",
  },
  "ssh.nothing-in-common": {
    sentence: "{host} und wir haben nichts gemeinsam ({kind}); angeboten wird {offered}.",
    fix: "Verwenden Sie für diesen Server das ssh des Systems, oder schalten Sie dort ein aktuelles Verfahren ein.",
  },
  "install.not-proven": {
    sentence: "{name} wurde nicht mit dem neuen Zertifikat gesehen: {because}.",
    fix: "Das vorherige Zertifikat ist wieder eingesetzt. Prüfen Sie, was genannt ist; wir versuchen es von selbst erneut.",
  },
  "key.lost": {
    sentence: "Der private Schlüssel zu diesem Zertifikat ist nicht mehr da: {because}.",
    fix: "Nichts zu tun: Ein frischer Schlüssel wird erzeugt und das Zertifikat neu ausgestellt.",
  },
  "vault.unreadable": {
    sentence: "Ein versiegeltes Geheimnis lässt sich nicht öffnen: {because}.",
    fix: "Legen Sie die Schlüsseldatei, die zu diesem Datenordner gehört, wieder an ihren Platz.",
  },
  "store.stale": {
    sentence: "{document} wurde zwischenzeitlich von jemand anderem geändert.",
    fix: "Nichts zu tun: Es wird neu gelesen.",
  },
  "store.locked": {
    sentence: "Der Datenordner {folder} wird von einem anderen Prozess benutzt{holder}.",
    fix: "Beenden Sie diesen Prozess, oder verwenden Sie einen anderen Ordner.",
  },
  "store.corrupt": {
    sentence: "{document} kann nicht gelesen werden: {because}.",
    fix: "Stellen Sie die Datei aus einer Sicherung wieder her; die anderen sind nicht betroffen.",
  },
  "store.full": {
    sentence: "Der Datenträger unter {folder} hat die Änderung nicht angenommen: {because}.",
    fix: "Schaffen Sie Platz; nichts wurde nur halb geschrieben.",
  },
  "mailer.unreachable": {
    sentence: "Der Mailserver hat die Nachricht nicht angenommen: {because}.",
    fix: "Nichts zu tun: Sie wird später gesendet.",
  },
  "capability.unsupported": {
    sentence: "Das ist nicht möglich: {because}.",
    fix: "Wählen Sie einen anderen Weg; die Seite der Bestellung zeigt, was möglich ist.",
  },
};
