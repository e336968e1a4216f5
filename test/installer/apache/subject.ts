export * from "../../../packages/installer/src/apache/index.ts";
