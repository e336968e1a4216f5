import type { CoreWords } from "../core-words.ts";
import { frErrors } from "./fr-errors.ts";
import { frMails } from "./fr-mails.ts";
import { frCodes, frPhrases } from "./fr-phrases.ts";

export const frCore: CoreWords = {
  locale: "fr",
  waits: {
    "draft.blocked": { sentence: "{problem}", todo: "{fix} Rien n’a été facturé." },
    "draft.agreement": {
      sentence: "Le contrat d’abonné n’a pas encore été accepté.",
      todo: "Lisez-le et acceptez-le.",
    },
    "draft.confirm": {
      sentence:
        "Tout est prêt : {names}, durée en années : {years}, prix : {price}. Après l’émission, il n’y a plus de remboursement.",
      todo: "Confirmez la commande.",
    },
    "preflight.blocked": {
      sentence: "La réémission serait refusée : {problem}",
      todo: "{fix} Le certificat actuel reste en place.",
    },
    "balance.low": {
      sentence: "Le solde de {balance} ne couvre pas le prix de {price}.",
      todo: "Rechargez le solde ; la commande se poursuivra ensuite d’elle-même.",
    },
    "proof.record": {
      sentence: "{name} doit être validé par DNS, et sa zone est hébergée ailleurs. Trouvé en ce moment : {found}.",
      todo: "Créez cet enregistrement chez le fournisseur DNS : {host} {type} {value}",
    },
    "proof.file": {
      sentence:
        "{name} doit être validé par un fichier, et le site est hébergé ailleurs. Trouvé en ce moment : {found}.",
      todo: "Déposez un fichier avec ce contenu sous http://{name}{path} : {body}",
    },
    "proof.mail": {
      sentence: "Un message avec un lien d’approbation a été envoyé à {address} pour {name}.",
      todo: "Ouvrez le message et suivez le lien, ou choisissez une autre méthode.",
    },
    "proof.spreading": {
      sentence:
        "La preuve pour {name} est publiée et pas encore visible de l’extérieur. Trouvé en ce moment : {found}.",
      todo: "Rien : les serveurs de noms suivent en général en quelques minutes.",
    },
    "proof.refused": {
      sentence:
        "L’autorité de certification a cherché la preuve pour {name} et ne l’a pas acceptée : {because}. Elle a vu : {evidence}.",
      todo: "Comparez ce qu’elle a vu avec ce qui est publié ; elle sera sollicitée à nouveau automatiquement.",
    },
    "issuer.preparing": {
      sentence: "L’autorité de certification n’a pas encore dit ce qu’elle veut voir pour {name}.",
      todo: "Rien : nous lui redemandons de nous-mêmes.",
    },
    "issuer.checking": {
      sentence: "Les preuves sont visibles ; l’autorité de certification a été invitée à les regarder.",
      todo: "Rien : cela prend en général quelques minutes.",
    },
    "issuer.organisation": {
      sentence: "L’autorité de certification vérifie l’organisation : {check}.",
      todo: "Répondez si elle appelle ou écrit ; cela peut prendre quelques jours.",
    },
    "issuer.issuing": {
      sentence: "Tout est validé ; l’autorité de certification établit le certificat.",
      todo: "Rien : cela prend en général quelques minutes.",
    },
    "install.by-hand": {
      sentence: "Le certificat est émis et pas encore vu sur {name} : {found}.",
      todo: "Installez-le : cette page remet le certificat, la chaîne et la clé, une seule fois.",
    },
    "step.failed": { sentence: "{problem}", todo: "{fix}" },
    "licence.running": {
      sentence: "Le certificat est en service jusqu’au {notAfter}. Licence jusqu’au {licenceEnd}.",
      todo: "Rien : {plan}.",
    },
    "site.not-served": {
      sentence: "{name} a été vu sans son certificat ({seen}) : {because}.",
      todo: "Cherchez ce qui a changé sur le serveur ; une réémission l’installe à nouveau.",
    },
    "account.suspended": {
      sentence:
        "Le compte d’hébergement est suspendu, et la commande est à l’arrêt. Le certificat actuel reste en place.",
      todo: "Levez la suspension dans le panneau ; la commande se poursuit d’elle-même.",
    },
    "account.removed": {
      sentence: "Le compte d’hébergement de cette commande a été supprimé ; rien n’y est plus réémis.",
      todo: "Annulez ou révoquez la commande, ou laissez-la : elle se termine avec sa licence.",
    },
    "licence.taken-over": {
      sentence: "La commande {by} poursuit cette licence, qui se termine le {licenceEnd}.",
      todo: "Rien.",
    },
    "licence.ending": {
      sentence: "La licence se termine le {licenceEnd}, et avec elle le dernier certificat.",
      todo: "Renouvelez-la : un renouvellement la poursuit sans interruption.",
    },
  },
  errors: frErrors,
  problems: {
    fine: { sentence: "{name} est prêt : {evidence}.", fix: "Rien à faire." },
    "caa-other-issuer": {
      sentence: "CAA à {at} n’autorise que d’autres autorités : {record}.",
      fix: "Ajoutez l’enregistrement `{at} CAA {add}`.",
    },
    "caa-nobody": {
      sentence: "CAA à {at} interdit toute autorité : {record}.",
      fix: "Remplacez-le par l’enregistrement `{at} CAA {add}`.",
    },
    "caa-critical": {
      sentence: "CAA à {at} contient une propriété critique qu’aucune autorité ne peut ignorer : {record}.",
      fix: "Supprimez l’enregistrement {record} à {at}.",
    },
    "caa-parameters": {
      sentence: "CAA à {at} limite l’autorité à un autre compte ou à une autre méthode : {record}.",
      fix: "Changez-le en `{at} CAA {add}`.",
    },
    "caa-unanswered": {
      sentence:
        "La question sur CAA à {at} est restée sans réponse ({because}, par {server}) ; aucune autorité ne peut alors émettre.",
      fix: "Faites en sorte que les serveurs de noms de {at} répondent aux questions de type CAA.",
    },
    "dnssec-bogus": {
      sentence: "Les signatures DNSSEC de {at} ne se vérifient pas ; aucune autorité ne peut émettre (BR §4.2.2.2).",
      fix: "Corrigez les enregistrements DS chez le registraire, ou signez à nouveau la zone.",
    },
    "dns-unanswered": {
      sentence: "La question sur {type} à {at} est restée sans réponse ({because}).",
      fix: "Vérifiez que tous les serveurs de noms de {at} répondent.",
    },
    "no-such-name": { sentence: "{name} n’existe pas dans le DNS.", fix: "Créez-le, ou corrigez l’orthographe." },
    "no-address": {
      sentence: "{name} n’a pas d’adresse ; un fichier ne peut donc pas y être récupéré.",
      fix: "Ajoutez un enregistrement A ou AAAA, ou choisissez la validation par DNS.",
    },
    "http-unreachable": {
      sentence: "http://{name}/.well-known/pki-validation/ ne peut pas être récupéré de l’extérieur : {because}.",
      fix: "Ouvrez le port 80 à tous, ou choisissez la validation par DNS.",
    },
    "http-redirect": {
      sentence:
        "http://{name}/.well-known/pki-validation/ redirige d’une façon qu’aucune autorité ne suit : {because}.",
      fix: "Exemptez /.well-known/ de la redirection, ou choisissez la validation par DNS.",
    },
    "no-mail-server": {
      sentence: "{name} n’a pas de serveur de messagerie ; un message d’approbation ne peut donc pas arriver.",
      fix: "Choisissez la validation par DNS ou par fichier.",
    },
    "method-refused": {
      sentence: "{name} ne peut pas être validé ainsi ({method}) : {because}.",
      fix: "Choisissez : {alternatives}.",
    },
    "method-ends": {
      sentence: "La validation de {name} de cette façon ({method}) prend fin le {endsAt}.",
      fix: "Rien pour l’instant ; passez au DNS ou au fichier avant ce jour.",
    },
  },
  mails: frMails,
  phrases: frPhrases,
  codes: frCodes,
  actors: {
    customer: "Vous",
    partner: "Votre fournisseur",
    operator: "Qui exploite le serveur",
    issuer: "L’autorité de certification",
    hostseal: "Personne : cela continue tout seul",
  },
  standings: {
    examining: "En cours d’examen",
    blocked: "Bloqué",
    "ready-to-order": "Prêt à commander",
    "waiting-for-balance": "En attente du solde",
    "checking-domain": "Vérification de votre domaine",
    "waiting-for-issuer": "En attente de l’autorité de certification",
    "waiting-for-you": "En attente de vous",
    "under-way": "En cours",
    "not-installed": "Émis, non installé",
    active: "Actif",
    "licence-ending": "Actif, la licence se termine bientôt",
    continued: "Poursuivi par son renouvellement",
    "not-served": "Hors service",
    paused: "En pause",
    failing: "Échec, nouvelle tentative",
    "failing-old-live": "Échec, ancien certificat encore en service",
    expired: "Expiré",
    cancelled: "Annulé",
    refunded: "Annulé, remboursé",
    revoked: "Révoqué",
    rejected: "Refusé par l’autorité de certification",
  },
};
