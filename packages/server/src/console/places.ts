import { may, type Role } from "../access/roles.ts";
import type { Vocabulary } from "../words/vocabulary.ts";

/** A page of the console that the others lead to. */
export type Place = { readonly href: string; readonly text: string; readonly isHere: boolean };

const PLACES = ["orders", "needs", "forecast", "money", "prices", "brand", "access"] as const;
const FOR_OWNERS: ReadonlySet<string> = new Set(["brand", "access"]);

/** Where somebody with this role can go. */
export const placesOf = (role: Role, here: string, { t }: Vocabulary): readonly Place[] =>
  PLACES.filter((place) => may(role, "govern") || !FOR_OWNERS.has(place)).map((place) => ({
    href: `/console/${place}`,
    text: t(`console.${place}`),
    isHere: here.startsWith(`/console/${place}`),
  }));
