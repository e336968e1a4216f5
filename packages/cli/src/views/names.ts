import { toUnicodeName } from "@hostseal/rules";
import type { DomainName } from "@hostseal/rules";

/** A name as people read it; an international one in both its forms. */
export const toNameText = (name: DomainName): string => {
  const readable = toUnicodeName(name);
  return readable === name ? name : `${readable} (${name})`;
};

export const toNamesText = (names: readonly DomainName[]): string => names.map(toNameText).join(", ");

/** A text with each international name in it followed by its readable form. */
export const withReadableNames = (text: string, names: readonly DomainName[]): string =>
  names.reduce((sum, name) => {
    const readable = toUnicodeName(name);
    return readable === name ? sum : sum.replaceAll(name, `${readable} (${name})`);
  }, text);
