export { askPanel, evidenceOf, malformed, readJson, statusFailure } from "./ask-panel.ts";
export { siteAnswering, toNames } from "./names-of.ts";
export { createSharedRead } from "./shared-read.ts";
export { toValidationFile, type ValidationFile } from "./validation-file.ts";
export { withoutKeys } from "./without-keys.ts";
