export { type Expectation, judgeReturn, judgeView } from "./judge-view.ts";
export { type Look, look, type Sight, type Spot } from "./look.ts";
export { type Judge, proofTime, prove, type ProvePorts, type Proven } from "./prove.ts";
export { type Scene, spotsOf, takeView, type View } from "./view.ts";
