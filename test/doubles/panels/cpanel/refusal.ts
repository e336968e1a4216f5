/** A call that is answered with status 0, in the panel's words. Made by `refusal`. */
export class CpanelRefusal extends Error {
  override readonly name = "CpanelRefusal";
  /** What the answer carries all the same. */
  readonly content: unknown;

  constructor(words: string, content: unknown) {
    super(words);
    this.content = content;
  }
}

export const refusal = (words: string, content: unknown = null): CpanelRefusal => new CpanelRefusal(words, content);
