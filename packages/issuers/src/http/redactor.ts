/** Takes every appearance of a secret out of a text: as it is, as URLs, JSON and Basic authentication write it. */
export const redactor = (secret: string): ((text: string) => string) => {
  const shapes = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64"),
    Buffer.from(secret).toString("base64url"),
  ];
  const distinct = [...new Set(shapes)].filter((shape) => shape !== "");
  return (text) => distinct.reduce((rest, shape) => rest.replaceAll(shape, "[secret]"), text);
};
