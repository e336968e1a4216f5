const shapesOf = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  new URLSearchParams([["", secret]]).toString().slice(1),
  JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString("base64"),
  Buffer.from(secret).toString("base64url"),
];

/** Takes every appearance of secrets out of a text: as they are, as URLs, forms, JSON and Basic authentication write them. */
export const redactor = (...secrets: readonly string[]): ((text: string) => string) => {
  const distinct = [...new Set(secrets.flatMap(shapesOf))].filter((shape) => shape !== "");
  return (text) => distinct.reduce((rest, shape) => rest.replaceAll(shape, "[secret]"), text);
};
