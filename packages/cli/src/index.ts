export { createWorld } from "./composition/create-world.ts";
export { loadConfig } from "./composition/load-config.ts";
export { surroundingsOf } from "./composition/surroundings-of.ts";
