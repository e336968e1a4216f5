import type { Documents } from "./documents.ts";

/** Documents that are forgotten with their process. They are kept as texts, so that nothing that was given changes them. */
export const createMemoryDocuments = (): Documents => {
  const texts = new Map<string, string>();
  const present = (name: string): unknown => {
    const text = texts.get(name);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  };
  return {
    read: async (name) => present(name),
    change: async (name, work) => {
      const { document, result } = work(present(name));
      if (document !== undefined) texts.set(name, JSON.stringify(document));
      return result;
    },
  };
};
