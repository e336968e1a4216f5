import { Secret } from "../secret.ts";

/** Thirty-two signs that cannot be taken for one another when read aloud or copied by hand: no 0, 1, I or O. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const GROUPS = 5;
const GROUP_LENGTH = 5;

/**
 * A code to open an archive with: 25 signs in five groups, 125 bits of chance, such as `7KQ2M-…`.
 * @param randomBytes as many bytes as asked for, fit for secrets
 * @throws TypeError when fewer bytes come back
 */
export const makeUnlockCode = (randomBytes: (count: number) => Uint8Array): Secret => {
  const bytes = randomBytes(GROUPS * GROUP_LENGTH);
  if (bytes.length < GROUPS * GROUP_LENGTH) throw new TypeError("The source of chance gave too few bytes");
  const signs = [...bytes].map((byte) => ALPHABET.charAt(byte % ALPHABET.length));
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    signs.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(""),
  );
  return new Secret(groups.join("-"));
};
