export { createBoundedHttp } from "./bounded-http.ts";
export { createHttp, type HttpSettings, type ServerTrust } from "./create-http.ts";
export type { Http, HttpAnswer, HttpBody, HttpCall, HttpLoss, HttpOutcome } from "./http.ts";
export { redactor } from "./redactor.ts";
export { retryInstant } from "./retry-instant.ts";
export { readShownCertificate, type ShownCertificate } from "./shown-certificate.ts";
export { tryJson } from "./try-json.ts";
