import { inspect } from "node:util";

/**
 * A value that cannot print itself: string conversion, JSON and `util.inspect` all show `[secret]`.
 * `reveal()` is called only where the value leaves the program (a wire, a file, a sealed box).
 */
export class Secret<T = string> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  [inspect.custom](): string {
    return "[secret]";
  }
}

export const isSecret = (value: unknown): value is Secret<unknown> => value instanceof Secret;
