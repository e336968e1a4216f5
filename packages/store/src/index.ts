export { diskFiles } from "./disk-files.ts";
export type { EmbeddedStore, EmbeddedStoreOptions } from "./embedded-store.ts";
export { createEmbeddedStore } from "./embedded-store.ts";
export type { FileSystem, FolderText, NewFile } from "./file-system.ts";
export type { MemoryStoreOptions } from "./memory-store.ts";
export { createMemoryStore } from "./memory-store.ts";
export type { UnreadableDocument } from "./order-shelf.ts";
