import { constantRow } from "./row-at.ts";
import { commonNameRule } from "./rows/names.ts";

/** The most characters a common name may have; a longer name stands in the SAN alone. Source: BR 7.1.4.2. */
export const LONGEST_COMMON_NAME: number = constantRow(commonNameRule).value.maxLength;
