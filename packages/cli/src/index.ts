export type { Config, ConfigFile } from "./composition/config-schema.ts";
export type { LocalWorld } from "./composition/create-world.ts";
export { createWorld } from "./composition/create-world.ts";
export { loadConfig } from "./composition/load-config.ts";
export type { Surroundings } from "./composition/surroundings.ts";
export { surroundingsOf } from "./composition/surroundings-of.ts";
export { systemRandom } from "./composition/system-random.ts";
export type { Demo, DemoOptions } from "./demo/world/start-demo.ts";
export { startDemo } from "./demo/world/start-demo.ts";
