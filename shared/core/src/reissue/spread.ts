/**
 * A number in [0, 1) that looks drawn by chance but is the same for the same text (FNV-1a, 32 bits). It spreads work
 * over time without a memory of what was drawn.
 */
export const spread = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
};
