import { constantRow } from "./row-at.ts";
import type { PersistentRecord } from "./rows/persistent-txt.ts";
import { persistentRecordRule } from "./rows/persistent-txt.ts";

/** Where a persistent TXT proof stands and what it contains. Source: BR 3.2.2.4.22. */
export const PERSISTENT_RECORD: PersistentRecord = constantRow(persistentRecordRule).value;
