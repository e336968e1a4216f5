/** A part of a POSIX sh program as it is written here; only `${` has to be written `$\{`. */
export const sh = ({ raw }: TemplateStringsArray): string => raw.join("").replaceAll(String.raw`$\{`, "${");
