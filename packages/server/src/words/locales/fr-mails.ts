import type { MailWords } from "../core-words.ts";

export const frMails: MailWords = {
  "certificate-active": {
    subject: "{names} : le certificat est actif",
    text: "Le certificat pour {names} est installé et a été vu de l’extérieur.\nIl est valable jusqu’au {notAfter} et sera remplacé automatiquement avant cette date.",
  },
  "proof-needed": {
    subject: "{names} : veuillez montrer que vous contrôlez le nom",
    text: "L’autorité de certification demande une preuve pour {names}, à un endroit où nous ne pouvons pas écrire.\nLa page de la commande {order} montre exactement ce qu’il faut publier ; nous le remarquerons de nous-mêmes.",
  },
  "install-needed": {
    subject: "{names} : le certificat est prêt à être installé",
    text: "Le certificat pour {names} est émis. La page de la commande {order} vous le remet avec sa clé, une seule fois.\nNous observons le site et vous prévenons dès qu’il est en service.",
  },
  "certificate-in-danger": {
    subject: "{names} : le certificat se termine le {notAfter} et son successeur n’est pas encore en service",
    text: "Le prochain certificat pour {names} n’est pas installé, et l’actuel se termine le {notAfter}.\nLa page de la commande {order} dit ce qui manque.",
  },
  "certificate-revoked": {
    subject: "{names} : l’autorité de certification a révoqué le certificat",
    text: "L’autorité de certification a révoqué le certificat pour {names} ; les navigateurs le refuseront.\nUn certificat révoqué ne peut pas être réémis. Veuillez en commander un nouveau.",
  },
  "request-refused": {
    subject: "{names} : votre demande ne peut pas être exécutée",
    text: "{problem}\n{fix}",
  },
  "licence-ending": {
    subject: "{names} : la licence se termine le {end}",
    text: "La licence pour {names} se termine le {end}. Sans renouvellement, le site n’aura plus de certificat à partir de ce jour.\nUn renouvellement de la commande {order} la poursuit sans interruption.",
  },
};
