import { Secret } from "@hostseal/pki";

/** `remote.cgi` makes an argument of every line, so PEM travels on one: a tab stands for each line break. */
export const tabbedPem = (pem: string): string => pem.trim().replaceAll(/\r?\n/g, "\t");

export const tabbedKey = (key: Secret): Secret => new Secret(tabbedPem(key.reveal()));
