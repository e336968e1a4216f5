type Closable = { close(): Promise<void> };

/** What has to be closed in the end, all of it and once. */
export type Closing = Closable & {
  /** Remembers a part, and gives it back. */
  keep<Part extends Closable>(part: Part): Part;
};

export const createClosing = (): Closing => {
  const parts: Closable[] = [];
  let closed: Promise<unknown> | undefined;
  return {
    keep: (part) => {
      parts.push(part);
      return part;
    },
    close: async () => {
      closed ??= Promise.all(parts.map(async (part) => part.close()));
      await closed;
    },
  };
};
