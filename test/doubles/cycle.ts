/** Gives the values one after the other, again and again. */
export const cycle = <Value>(values: readonly Value[]): (() => Value) => {
  let index = -1;
  return () => {
    index = (index + 1) % values.length;
    return values[index] as Value;
  };
};

/** Gives one value the first `times` times, and another ever after. */
export const first = <Value>(times: number, early: Value, late: Value): (() => Value) => {
  let asked = 0;
  return () => {
    asked += 1;
    return asked <= times ? early : late;
  };
};

/** Gives one value the `turn`th time, counted from 1, and another at all others. */
export const onceAt = <Value>(turn: number, special: Value, usual: Value): (() => Value) => {
  let asked = 0;
  return () => {
    asked += 1;
    return asked === turn ? special : usual;
  };
};
