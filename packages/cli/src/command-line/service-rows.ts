import type { CommandRow } from "./command-row.ts";

/** Commands that run for a while. */
export const SERVICE_ROWS: readonly CommandRow[] = [
  {
    usage: "autopilot",
    summary: "Do for every order what is due, for as long as it runs",
    options: [["--once", "do what is due now, and end"]],
    examples: ["hostseal autopilot", "hostseal autopilot --once --json"],
    load: async () => (await import("../commands/autopilot.ts")).autopilot,
  },
  {
    usage: "serve",
    summary: "Serve the web app that opens inside panels, and do for every order what is due",
    examples: ["hostseal serve"],
    load: async () => (await import("../commands/serve.ts")).serve,
  },
  {
    usage: "demo",
    summary: "Show the whole life of certificates in a world of its own on this machine",
    options: [
      ["--once", "end when the tour is over, with a summary"],
      ["--panel <kind>", "let the hosting company have a panel like cpanel, plesk, directadmin or virtualmin"],
      ["--years <number>", "follow one licence of so many years to its end instead"],
    ],
    exits: ["5  an order that should be proven is not"],
    examples: ["hostseal demo", "hostseal demo --once --json", "hostseal demo --once --years 5 --json"],
    load: async () => (await import("../commands/demo.ts")).demo,
  },
];
