/** The text as JSON, or `undefined` when it is none. Never throws. */
export const tryJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
