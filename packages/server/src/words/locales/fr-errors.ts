import type { ErrorWords } from "../core-words.ts";

export const frErrors: ErrorWords = {
  "input.name": {
    sentence: "« {input} » ne peut pas être un nom dans un certificat : {because}.",
    fix: "Écrivez un nom d’hôte comme example.com, www.example.com ou *.example.com.",
  },
  "input.csr": {
    sentence: "Le CSR ne peut pas être utilisé : {because}.",
    fix: "Créez-en un nouveau avec une clé neuve, ou laissez-nous le créer.",
  },
  "input.certificate": {
    sentence: "Le certificat ne peut pas être lu : {because}.",
    fix: "Donnez le texte PEM, de -----BEGIN CERTIFICATE----- à -----END CERTIFICATE-----.",
  },
  "input.date": {
    sentence: "« {input} » n’est pas une date.",
    fix: "Écrivez-la sous la forme 2027-03-15, ou avec une heure : 2027-03-15T12:00:00Z.",
  },
  "input.option": { sentence: "{option} : {because}.", fix: "Corrigez-le et envoyez à nouveau le formulaire." },
  "config.missing": {
    sentence: "Il n’y a pas de configuration à {path}.",
    fix: "La personne qui exploite le serveur doit l’écrire.",
  },
  "config.invalid": {
    sentence: "La configuration à {path} ne peut pas être utilisée : {because}.",
    fix: "Corrigez les réglages nommés ; rien n’a été modifié.",
  },
  "order.unknown": {
    sentence: "Il n’y a pas ici de commande {order}.",
    fix: "La page de vos sites montre toutes vos commandes.",
  },
  "order.invalid": {
    sentence: "Cela ne peut pas être commandé : {because}.",
    fix: "Corrigez ce qui est nommé ; rien n’a été facturé.",
  },
  "order.refused": {
    sentence: "Ce n’est pas possible avec la commande {order} : {because}.",
    fix: "La page de la commande montre ce qu’elle attend et ce qu’il est possible d’en faire.",
  },
  "product.unknown": { sentence: "Il n’y a pas de produit « {product} ».", fix: "En vente : {available}." },
  "archive.none": {
    sentence: "Il n’y a pas de clé privée à remettre pour la commande {order} : {because}.",
    fix: "Une réémission crée sans frais une clé neuve et un certificat.",
  },
  "issuer.unknown": {
    sentence: "L’autorité de certification de cette commande n’est pas configurée ici.",
    fix: "Nommez-la sous issuers dans la configuration.",
  },
  "issuer.unauthorised": {
    sentence: "L’autorité de certification n’accepte pas nos identifiants.",
    fix: "Votre fournisseur doit mettre des identifiants d’API valables dans la configuration.",
  },
  "issuer.rejected": {
    sentence: "L’autorité de certification a refusé la demande : {because}.",
    fix: "Corrigez ce qui est nommé et commandez à nouveau ; rien n’a été facturé.",
  },
  "issuer.funds": {
    sentence: "Le solde prépayé ne couvre pas la commande.",
    fix: "Rechargez le solde ; la commande se poursuivra d’elle-même.",
  },
  "issuer.rate-limited": {
    sentence: "L’autorité de certification demande moins d’appels jusqu’à cette date : {until}.",
    fix: "Rien à faire : la commande se poursuivra alors.",
  },
  "issuer.unreachable": {
    sentence: "L’autorité de certification ne répond pas : {because}.",
    fix: "Rien à faire : nous réessayons de nous-mêmes.",
  },
  "issuer.answer-lost": {
    sentence: "L’autorité de certification a été sollicitée, mais sa réponse s’est perdue.",
    fix: "Rien à faire : nous demandons ce qu’il en est avant de renvoyer quoi que ce soit.",
  },
  "issuer.malformed-answer": {
    sentence: "L’autorité de certification a répondu quelque chose que nous ne pouvons pas lire : {because}.",
    fix: "Rien à faire : nous réessayons de nous-mêmes. Si cela persiste, son service est perturbé.",
  },
  "issuer.order-unknown": {
    sentence: "L’autorité de certification ne connaît pas sa commande {ref}.",
    fix: "Votre fournisseur doit interroger son assistance avec ce numéro.",
  },
  "issuer.wrong-state": {
    sentence: "L’autorité de certification ne peut pas le faire maintenant : {because}.",
    fix: "Rien à faire : nous reviendrons voir la commande.",
  },
  "certificate.mismatch": {
    sentence: "L’autorité de certification a envoyé un certificat qui n’est pas celui commandé : {because}.",
    fix: "Il n’est pas installé. Votre fournisseur doit interroger son assistance ; une réémission en donne un nouveau.",
  },
  "certificate.chain": {
    sentence: "Le certificat ne mène pas à une racine de confiance : {because}.",
    fix: "Il n’est pas installé. Ajoutez le certificat intermédiaire ou racine manquant aux réglages de confiance.",
  },
  "host.unknown": {
    sentence: "Aucun serveur n’est configuré sous « {host} ».",
    fix: "Nommez-le sous hosts dans la configuration.",
  },
  "host.unreachable": {
    sentence: "{host} ne répond pas : {because}.",
    fix: "Vérifiez que le serveur fonctionne ; nous réessayons de nous-mêmes. Le site garde son certificat actuel.",
  },
  "host.unauthorised": {
    sentence: "{host} n’accepte pas les identifiants.",
    fix: "Mettez des identifiants valables pour ce serveur dans la configuration.",
  },
  "host.permission-missing": {
    sentence: "{host} ne le permet pas : {permission} manque.",
    fix: "Accordez aux identifiants la permission nommée.",
  },
  "host.site-unknown": {
    sentence: "{host} n’a pas de site {site}.",
    fix: "Choisissez un site que le serveur énumère.",
  },
  "host.refused": {
    sentence: "{host} a refusé l’installation : {because}.",
    fix: "Le site garde son certificat actuel. Corrigez sur le serveur ce qui est nommé.",
  },
  "host.config-broken": {
    sentence: "Sur {host}, le test de configuration du serveur web échoue déjà : {because}.",
    fix: "Corrigez d’abord la configuration ; rien n’a été touché.",
  },
  "host.malformed-answer": {
    sentence: "{host} a répondu quelque chose qui n’est pas son API : {because}.",
    fix: "Vérifiez l’adresse et la version du serveur dans la configuration.",
  },
  "host.plan-stale": {
    sentence: "Le site sur {host} a changé pendant la préparation de l’installation.",
    fix: "Rien à faire : l’installation est planifiée à nouveau.",
  },
  "ssh.host-key-unknown": {
    sentence: "La clé d’hôte de {host} n’est pas encore connue ; il présente {fingerprint}.",
    fix: "La personne qui exploite le serveur compare cette empreinte avec celle du serveur, puis enregistre {host}.",
  },
  "ssh.host-key-changed": {
    sentence: "{host} présente la clé d’hôte {seen}, et {known} était attendue. Rien ne lui a été envoyé.",
    fix: "Cherchez pourquoi la clé a changé ; si le changement est légitime, enregistrez à nouveau le serveur.",
  },
  "ssh.nothing-in-common": {
    sentence: "{host} et nous n’avons rien en commun ({kind}) ; il propose {offered}.",
    fix: "Utilisez le ssh du système pour ce serveur, ou activez-y un algorithme actuel.",
  },
  "install.not-proven": {
    sentence: "{name} n’a pas été vu avec le nouveau certificat : {because}.",
    fix: "Le certificat précédent a été remis. Vérifiez ce qui est nommé ; nous réessayons de nous-mêmes.",
  },
  "key.lost": {
    sentence: "La clé privée de ce certificat n’existe plus : {because}.",
    fix: "Rien à faire : une clé neuve est créée et le certificat réémis.",
  },
  "vault.unreadable": {
    sentence: "Un secret scellé ne peut pas être ouvert : {because}.",
    fix: "Remettez à sa place le fichier de clé qui appartient à ce dossier de données.",
  },
  "store.stale": {
    sentence: "{document} a été modifié entre-temps par quelqu’un d’autre.",
    fix: "Rien à faire : il est relu.",
  },
  "store.locked": {
    sentence: "Le dossier de données {folder} est utilisé par un autre processus{holder}.",
    fix: "Arrêtez ce processus, ou utilisez un autre dossier.",
  },
  "store.corrupt": {
    sentence: "{document} ne peut pas être lu : {because}.",
    fix: "Restaurez le fichier depuis une sauvegarde ; les autres ne sont pas touchés.",
  },
  "store.full": {
    sentence: "Le disque sous {folder} n’a pas pris la modification : {because}.",
    fix: "Libérez de la place ; rien n’a été écrit à moitié.",
  },
  "mailer.unreachable": {
    sentence: "Le serveur de messagerie n’a pas pris le message : {because}.",
    fix: "Rien à faire : il sera envoyé plus tard.",
  },
  "capability.unsupported": {
    sentence: "Ce n’est pas possible : {because}.",
    fix: "Choisissez une autre voie ; la page de la commande montre ce qui est possible.",
  },
};
