import type { HostLiar } from "./host-liar.ts";
import { honestly } from "./host-liar.ts";

/** Liars about taking back. */
export const undoingLiars: readonly HostLiar[] = [
  {
    title: "says it has taken back and has not",
    foundBy: "puts back exactly what was there, a certificate or none",
    spoil: () => ({ rollback: async () => undefined }),
  },
  {
    title: "takes back, and leaves a note about it on the site",
    foundBy: "puts back exactly what was there, a certificate or none",
    spoil: (honest) => ({
      rollback: async (receipt) => {
        await honest.rollback(receipt);
        const [site] = await honest.sites();
        if (site) await honestly(honest.webroot).publish(site.id, "/.well-known/rollback.log", receipt.id);
      },
    }),
  },
  {
    title: "takes back only once",
    foundBy: "takes back the same installation twice without harm",
    spoil: (honest) => {
      const undone = new Set<string>();
      return {
        rollback: async (receipt) => {
          if (undone.has(receipt.id)) throw new TypeError("nothing left to take back");
          undone.add(receipt.id);
          await honest.rollback(receipt);
        },
      };
    },
  },
  {
    title: "remembers in its own memory what it has to take back",
    foundBy: "takes back an installation from the stored receipt, in another instance",
    spoil: (honest) => {
      const applied = new Set<string>();
      return {
        apply: async (plan, key) => {
          await honest.apply(plan, key);
          applied.add(plan.receipt.id);
        },
        rollback: async (receipt) => {
          if (applied.has(receipt.id)) await honest.rollback(receipt);
        },
      };
    },
  },
  {
    title: "will not take back what it has not applied",
    foundBy: "takes back a plan that was never applied, by doing nothing",
    spoil: (honest) => {
      const applied = new Set<string>();
      return {
        apply: async (plan, key) => {
          applied.add(plan.receipt.id);
          await honest.apply(plan, key);
        },
        rollback: async (receipt) => {
          if (!applied.has(receipt.id)) throw new TypeError("this was never applied");
          await honest.rollback(receipt);
        },
      };
    },
  },
  {
    title: "takes a lost answer for an installation that did not happen",
    foundBy: "takes back an installation whose answer was lost",
    spoil: (honest) => {
      const failed = new Set<string>();
      return {
        apply: async (plan, key) => {
          try {
            await honest.apply(plan, key);
          } catch (thrown) {
            failed.add(plan.receipt.id);
            throw thrown;
          }
        },
        rollback: async (receipt) => {
          if (!failed.has(receipt.id)) await honest.rollback(receipt);
        },
      };
    },
  },
  {
    title: "installs each certificate only once in its life",
    foundBy: "installs again after an installation was taken back",
    spoil: (honest) => {
      const seen = new Set<string>();
      return {
        apply: async (plan, key) => {
          if (seen.has(plan.certificate)) throw new TypeError("I know this one");
          seen.add(plan.certificate);
          await honest.apply(plan, key);
        },
      };
    },
  },
];
