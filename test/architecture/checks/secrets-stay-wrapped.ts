import type { Check } from "../check.ts";
import { findInCode } from "../source/find-in-code.ts";
import { isTestFile, isTypeScript } from "../source/source-file.ts";

/** The files in which a secret leaves its wrapping, and why it must. */
export const REVEALERS: Readonly<Record<string, string>> = {
  "packages/cli/src/commands/archive.ts": "the unlock code is shown to the customer, once",
  "packages/cli/src/commands/hosting/install.ts": "a key of the customer's own goes to its host over the SSH channel",
  "packages/cli/src/commands/access/keys-add.ts": "a new API key is shown, once",
  "packages/cli/src/commands/access/users-add.ts": "a password that was made is shown, once",
  "packages/cli/src/demo/server/server-files.ts": "the demo's own web server needs the key of its site",
  "packages/cli/src/composition/app/server-settings.ts":
    "a sign-on key that is too short is told before anything starts",
  "packages/cli/src/demo/world/write-home.ts": "the demo writes its own credentials into files of mode 0600",
  "packages/http/src/create-http.ts": "the credential goes into the request to the vendor",
  "packages/http/src/write-body.ts": "a key or a token in a body goes to the vendor",
  "packages/installer/src/plan/judge-key.ts": "a key is compared with its certificate before it is sent anywhere",
  "packages/installer/src/ssh-host/apply-on.ts":
    "a key goes to its host over the SSH channel, into a file of mode 0600",
  "packages/installer/src/transport/ssh2/keyring.ts": "the SSH library takes the passphrase of a key as text",
  "packages/installer/src/transport/ssh2/to-auth-method.ts": "the SSH library takes a password as text",
  "packages/pki/src/archive/open-sealed.ts": "the library for old containers takes a passphrase as text",
  "packages/pki/src/archive/pbes2.ts": "a key is derived from the bytes of the passphrase",
  "packages/pki/src/archive/seal-archive.ts": "the archive is made of the key and sealed with the passphrase",
  "packages/pki/src/archive/to-encrypted-pkcs8.ts": "an empty passphrase is refused",
  "packages/pki/src/archive/to-pkcs12.ts": "an empty passphrase is refused",
  "packages/pki/src/archive/write-pkcs12.ts": "the library for old containers takes a passphrase as text",
  "packages/pki/src/signing-key.ts": "Node's crypto takes a key as text",
  "packages/sandbox/src/ca/authority.ts": "the partner CA compares the credential it is shown",
  "packages/sandbox/src/world/host/demo-host.ts": "the demo panel is given the key over its API",
  "packages/sandbox/src/world/host/panel-client.ts": "the credential goes into the request to the demo panel",
  "packages/sandbox/src/world/panel/account.ts": "the demo panel compares the credential it is shown",
  "packages/sandbox/src/world/web/served-certificates.ts": "the demo web server needs the key of its site",
  "packages/sandbox/src/world/web/web-servers.ts": "the demo web server needs the key of its fallback site",
  "packages/server/src/sign-on/integration-link-routes.ts": "the token of a link is compared with the one it is shown",
  "packages/server/src/journey/archive/archive-routes.ts": "the unlock code is shown to the customer, once",
  "packages/server/src/mail/create-smtp-mailer.ts": "the library for mail takes a password as text",
  "packages/server/src/sharing/share-links.ts": "a link is signed with the key",
  "packages/server/src/console/people/people-routes.ts": "a new API key is shown, once",
  "packages/server/src/api/operations/webhook-operations.ts":
    "the secret of a new webhook is given to its program, once",
  "packages/server/src/webhooks/signature.ts": "a message to a program is signed",
  "packages/server/src/access/password.ts": "a password is measured, and what is kept of it derived",
  "packages/sign-on/src/signing-key.ts": "an assertion is signed, or its signature compared",
  "packages/store/src/vault/vault.ts": "the vault seals what it is given",
  "plugins/virtualmin/src/tabbed-pem.ts": "the key is written on one line, as the panel takes it",
  "plugins/plesk/src/install/operations.ts": "a key goes to Plesk's repository in the packet that installs it",
  "plugins/directadmin/src/install/keepsake.ts":
    "the key of the certificate before goes into a sealed file on its server",
  "plugins/directadmin/src/install/sealing.ts": "a file is sealed with what is derived from the credential",
  "plugins/directadmin/src/tls/ssl-command.ts": "the panel takes key and certificate in one field",
};

const REVEAL = /\.\s*reveal\b/g;

export const secretsStayWrapped: Check = {
  title: "a secret is revealed only where it leaves us",
  find: (files) => {
    const places = findInCode(
      files.filter((file) => isTypeScript(file) && !isTestFile(file)),
      REVEAL,
    );
    const unlisted = places
      .filter(({ path }) => !(path in REVEALERS))
      .map(({ where }) => `${where} reveals a secret. Pass it on wrapped, or list the file with its reason.`);
    const idle = Object.keys(REVEALERS)
      .filter((listed) => !places.some(({ path }) => path === listed))
      .map((path) => `${path} is listed as revealing secrets and does not. Take it off the list.`);
    return [...unlisted, ...idle];
  },
};
