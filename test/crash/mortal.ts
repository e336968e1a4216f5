import type { World } from "@hostseal/core";

/** Called at every boundary: before and after each write of the store, and after each effect on the outside. */
export type Tick = (boundary: string) => void;

type Async = (...args: unknown[]) => Promise<unknown>;

/** The same object, with a tick before and after the named methods, and inside its facets. */
const ticking = <Port extends object>(port: Port, label: string, tick: Tick): Port =>
  new Proxy(port, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      const where = `${label}.${String(key)}`;
      if (typeof value === "object" && value !== null && key !== "manifest") return ticking(value, where, tick);
      if (typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        tick(`before ${where}`);
        const answer = await (value as Async).apply(target, args);
        tick(`after ${where}`);
        return answer;
      };
    },
  });

/** Store methods that give something other than a promise, or change nothing. */
const READS = new Set(["get", "query", "due", "nextDue", "chapters", "claims", "close"]);

const tickingStore = (store: World["store"], tick: Tick): World["store"] => {
  const writing = ticking(store, "store", tick);
  return new Proxy(store, {
    get: (target, key) => Reflect.get(READS.has(String(key)) ? target : writing, key) as unknown,
  });
};

/** A world in which the process can be stopped between any two effects. */
export const mortal = (world: World, tick: Tick): World => ({
  ...world,
  store: tickingStore(world.store, tick),
  vault: ticking(world.vault, "vault", tick),
  mailer: ticking(world.mailer, "mailer", tick),
  issuer: (id) => ticking(world.issuer(id), "issuer", tick),
  host: (id) => ticking(world.host(id), "host", tick),
  hostsOf: (order) => world.hostsOf(order).map((host) => ticking(host, "host", tick)),
});
