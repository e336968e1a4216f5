export * from "../../../packages/installer/src/bytes/index.ts";
export * from "../../../packages/installer/src/nginx/index.ts";
