export { diskFiles } from "./disk/disk-files.ts";
export type { FileHead, FileSystem, NewFile } from "./disk/file-system.ts";
export type { EmbeddedStore, EmbeddedStoreOptions } from "./embedded-store.ts";
export { createEmbeddedStore } from "./embedded-store.ts";
export type { MemoryStoreOptions } from "./memory-store.ts";
export { createMemoryStore } from "./memory-store.ts";
export type { UnreadableDocument } from "./orders/order-shelf.ts";
export type { VaultOptions } from "./vault/vault.ts";
export { createVault } from "./vault/vault.ts";
