import picocolors from "picocolors";

/** Colours by what they mean. Without colours every one is the text itself, so nothing may be said by colour alone. */
export type Paint = {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
};

export const createPaint = (isColoured: boolean): Paint => {
  const { green, red, yellow, dim, bold } = picocolors.createColors(isColoured);
  return { good: green, bad: red, warn: yellow, dim, bold };
};

/** No colours at all. */
export const plainPaint: Paint = createPaint(false);
