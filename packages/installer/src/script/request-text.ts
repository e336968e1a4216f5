/**
 * A request as it goes over the wire: the verb, a line for each field with its words, and `end`. The last word of a
 * field may hold spaces; the others are never given any. Nothing is quoted, since no shell reads it.
 *
 * @throws TypeError for a word that cannot be written down: with a line end or a NUL, or one before the last with a space.
 */
export const requestText = (verb: string, fields: readonly (readonly string[])[]): string => {
  const lines = fields.map((words) => {
    if (
      words.some((word) => /[\n\0]/.test(word)) ||
      words.slice(0, -1).some((word) => word === "" || word.includes(" "))
    )
      throw new TypeError("A field of a request cannot hold a line end, nor any word but its last a space.");
    return words.join(" ");
  });
  return [verb, ...lines, "end", ""].join("\n");
};
