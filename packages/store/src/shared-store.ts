import type { Store } from "@hostseal/core";

export type SharedStoreOptions = {
  /** Opens the store, and waits for whoever has it open. */
  readonly open: () => Promise<Store>;
  /** Milliseconds without a question after which it is closed, so that another process can have it. */
  readonly idle: number;
};

type Use = <Result>(work: (store: Store) => Promise<Result>) => Promise<Result>;

/** Opens at the first question and closes when nobody has asked for a while. */
const createUse = ({ open, idle }: SharedStoreOptions): { readonly use: Use; readonly close: () => Promise<void> } => {
  let opened: Promise<Store> | undefined;
  let closing: Promise<void> = Promise.resolve();
  let users = 0;
  let timer: NodeJS.Timeout | undefined;

  const close = async (): Promise<void> => {
    clearTimeout(timer);
    const last = opened;
    opened = undefined;
    if (last !== undefined) closing = last.then((store) => store.close());
    await closing;
  };

  const reach = (): Promise<Store> => {
    opened ??= closing.then(open).catch((thrown: unknown) => {
      opened = undefined;
      throw thrown;
    });
    return opened;
  };

  const use: Use = async (work) => {
    clearTimeout(timer);
    users += 1;
    try {
      return await work(await reach());
    } finally {
      users -= 1;
      if (users === 0) timer = setTimeout(() => void close(), idle).unref();
    }
  };
  return { use, close };
};

/**
 * A store that is open only while it is used, so that several processes on one machine can take turns: a program that
 * stays up, and commands beside it.
 */
export const createSharedStore = (options: SharedStoreOptions): Store => {
  const { use, close } = createUse(options);
  return {
    get: (id, scope) => use((store) => store.get(id, scope)),
    put: (order, version) => use((store) => store.put(order, version)),
    query: (query) => use((store) => store.query(query)),
    due: (request) => use((store) => store.due(request)),
    nextDue: () => use((store) => store.nextDue()),
    archive: (chapter) => use((store) => store.archive(chapter)),
    chapters: async function* chapters(id, scope) {
      yield* await use((store) => Array.fromAsync(store.chapters(id, scope)));
    },
    close,
  };
};
