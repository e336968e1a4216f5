export { type Became, type FleetEvent, fleetEvent, type HostOutcome } from "./fleet-event.ts";
export type { FleetHostPlace, FleetJournal, FleetPorts, FleetWish, HostRun } from "./fleet-ports.ts";
export {
  countHosts,
  emptyFleet,
  type FleetCounts,
  type FleetState,
  type HostState,
  isComplete,
} from "./fleet-state.ts";
export { evolveFleet, foldFleet } from "./evolve-fleet.ts";
export { createFleetInstaller } from "./fleet-installer.ts";
export type { FleetBundle, FleetServer } from "./fleet-server.ts";
export { type FleetHost, type FleetSite, parseInventory, type ParsedInventory } from "./inventory.ts";
export { planHost } from "./plan-host.ts";
export { parseWaves, planWaves } from "./plan-waves.ts";
export { parseShare, type Share, shareOf } from "./share.ts";
export { runFleet } from "./run-fleet.ts";
