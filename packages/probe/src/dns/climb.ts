/** The name and its parents, the name first, the root left out (RFC 8659 §3). */
export const climb = (name: string): readonly string[] => {
  const labels = name.split(".");
  return labels.map((_, depth) => labels.slice(depth).join("."));
};
