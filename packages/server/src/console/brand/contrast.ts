const COLOUR = /^#[0-9a-f]{6}$/i;

/** `#rrggbb`, and nothing else that could end up in a style sheet. */
export const isColour = (text: string): boolean => COLOUR.test(text);

const LINEAR_BELOW = 0.04045;

const channel = (value: number): number => {
  const part = value / 255;
  return part <= LINEAR_BELOW ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance (WCAG 2.2). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** From 1 to 21 (WCAG 2.2). */
export const contrastOf = (one: string, other: string): number => {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((left, right) => right - left) as [
    number,
    number,
  ];
  return (lighter + 0.05) / (darker + 0.05);
};

/** What text needs (WCAG 2.2, 1.4.3 level AA). */
export const LEAST_CONTRAST = 4.5;
