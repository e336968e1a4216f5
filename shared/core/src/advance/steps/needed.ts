/** What a step takes for granted because `decide` named it. Its absence is an error of ours, not of the world. */
export const needed = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new TypeError(`the step needs ${what}, which the order does not have`);
  return value;
};
