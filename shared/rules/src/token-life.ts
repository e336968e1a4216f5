import { DAY } from "./instant.ts";
import { constantRow } from "./row-at.ts";
import { randomValueRule, requestTokenRule } from "./rows/validation.ts";

/** How long a random value may serve after it was made, in milliseconds; an issuer may allow less. Source: BR 3.2.2.4. */
export const RANDOM_VALUE_LIFE: number = constantRow(randomValueRule).value * DAY;

/** How long a token made from the key serves when it carries a timestamp; without one it serves once. Source: BR 1.6.1. */
export const REQUEST_TOKEN_LIFE: number = constantRow(requestTokenRule).value.withTimestampMaxDays * DAY;
