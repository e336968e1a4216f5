export { askPanel, evidenceOf, malformed, readJson, statusFailure } from "./ask-panel.ts";
export { siteAnswering, toNames } from "./names-of.ts";
