import { failure, type Random } from "@hostseal/core";
import { Secret } from "@hostseal/pki";
import { z } from "zod";
import type { FileSpace } from "../files/file-space.ts";
import type { Holding } from "../tls/certificate-place.ts";
import { open, seal } from "./sealing.ts";

/**
 * What a site had before an installation, kept in the account's home until the installation is committed or undone. That
 * it is there says that neither has happened.
 */
export type Keepsakes = {
  put(name: string, holding: Holding): Promise<void>;
  get(name: string): Promise<Holding | undefined>;
  drop(name: string): Promise<void>;
};

const placeOf = (name: string) => ({ folder: "/", name });
const OWNER_ONLY = "0600";

const kept = z.object({
  slot: z.string(),
  material: z
    .object({ leaf: z.string(), chain: z.array(z.string()), key: z.string().transform((text) => new Secret(text)) })
    .exactOptional(),
});

const write = ({ slot, material }: Holding): Secret => {
  const plain = material && { ...material, key: material.key.reveal() };
  return new Secret(JSON.stringify({ slot, ...(plain && { material: plain }) }));
};

export type KeepsakesWith = {
  readonly host: string;
  readonly files: FileSpace;
  readonly credential: Secret;
  readonly random: Random;
};

export const createKeepsakes = ({ host, files, credential, random }: KeepsakesWith): Keepsakes => {
  const read = (sealed: string, purpose: string): Holding => {
    const opened = open(sealed, { credential, purpose });
    if (opened) return kept.parse(JSON.parse(opened.reveal()));
    const because = `~/${purpose} cannot be opened: it is damaged, or the login key is another one by now`;
    throw failure("host.malformed-answer", { host, because });
  };

  return {
    put: async (name, holding) => {
      const text = seal(write(holding), { credential, purpose: name, random });
      await files.write({ ...placeOf(name), text, mode: OWNER_ONLY });
    },
    get: async (name) => {
      const sealed = await files.read(placeOf(name));
      return sealed === undefined ? undefined : read(sealed, name);
    },
    drop: async (name) => files.remove(placeOf(name)),
  };
};
