export { createProbe, type ProbePorts } from "./create-probe.ts";
export type { Endpoint } from "./net/endpoint.ts";
export type { ProbeSettings, Timeouts, Vantage } from "./settings.ts";
