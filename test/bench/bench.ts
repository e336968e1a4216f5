// npm run bench [-- part …] [--json] [--full]
// Prints what each part measured, side by side. Nothing passes or fails.
import type { BenchTable } from "./bench-table.ts";
import { cpanelAccounts } from "./cpanel-accounts.ts";
import { decideYears } from "./decide-years.ts";
import { fleet } from "./fleet.ts";
import { apacheParser } from "./installer-apache.ts";
import { nginxParser } from "./installer-nginx.ts";
import { keyAndCsr } from "./key-and-csr.ts";
import { printTable } from "./print-table.ts";
import { reading } from "./reading.ts";
import { serverLoad } from "./server-load.ts";
import { storeChange } from "./store-change.ts";

type Part = (full: boolean) => Promise<readonly BenchTable[]>;

const parts: Readonly<Record<string, Part>> = {
  keys: keyAndCsr,
  reading,
  decide: async (full) => decideYears(full),
  nginx: async () => [await nginxParser()],
  apache: async () => [await apacheParser()],
  store: async () => [await storeChange()],
  fleet: async () => [await fleet()],
  server: async () => [await serverLoad()],
  cpanel: async () => [await cpanelAccounts()],
};

const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const [asJson, full] = ["--json", "--full"].map((option) => process.argv.includes(option));
const unknown = names.find((name) => !(name in parts));
if (unknown !== undefined) {
  process.stderr.write(`There is no benchmark "${unknown}". There are: ${Object.keys(parts).join(", ")}.\n`);
  process.exit(2);
}

const tables: BenchTable[] = [];
for (const [name, run] of Object.entries(parts)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const found = await run(full === true);
  tables.push(...found);
  if (!asJson) for (const table of found) process.stdout.write(`${printTable(table)}\n`);
}
if (asJson) process.stdout.write(`${JSON.stringify(tables, undefined, 2)}\n`);
