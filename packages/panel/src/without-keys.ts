const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/gs;

/** A text without the private keys in it, also one that breaks off: panels answer with keys nobody asked for. */
export const withoutKeys = (text: string): string => text.replaceAll(PRIVATE_KEY, "[secret]");
