import type { HttpLoss } from "@hostseal/http";
import { expect, it } from "vitest";
import { lossFailure } from "./loss-failure.ts";

const cut: HttpLoss = {
  kind: "lost",
  wasSent: true,
  isNonsense: false,
  because: "the connection was cut",
  cause: new Error("ECONNRESET"),
};

it.each([
  [cut, true, "issuer.answer-lost"],
  [cut, false, "issuer.unreachable"],
  [{ ...cut, wasSent: false }, true, "issuer.unreachable"],
  [{ ...cut, isNonsense: true, because: "it does not speak HTTP" }, true, "issuer.malformed-answer"],
])("a loss of %o, spending: %s, is %s", (loss, spends, code) => {
  expect(lossFailure(loss, { issuer: "vendor", spends })).toMatchObject({ code, evidence: "ECONNRESET" });
});
