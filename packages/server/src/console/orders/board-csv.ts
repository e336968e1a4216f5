import { toIso } from "@hostseal/rules";
import { toCsv } from "../to-csv.ts";
import type { OrderRow } from "./order-row.ts";

const HEADER = [
  "order",
  "customer",
  "names",
  "places",
  "standing",
  "certificate until",
  "licence until",
  "days to outage",
];

const moment = (instant: number | undefined): string => (instant === undefined ? "" : toIso(instant));

/** Orders for a spreadsheet, with the words that programs know. */
export const toBoardCsv = (rows: readonly OrderRow[]): string =>
  toCsv(
    HEADER,
    rows.map(({ id, customer, names, places, standing, certificateUntil, licenceUntil, daysLeft }) => [
      id,
      customer,
      names.join(" "),
      places.join("; "),
      standing,
      moment(certificateUntil),
      moment(licenceUntil),
      daysLeft ?? "",
    ]),
  );
