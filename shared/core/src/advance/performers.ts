import type { StepKind } from "../decide/step.ts";
import type { Performer } from "./performer.ts";
import { collect } from "./steps/collection.ts";
import { abandonEnrolment, beginEnrolment, end, finishEnrolment, giveUpEnrolment } from "./steps/enrolment.ts";
import { commitInstallation, install, undoInstallation, undoLeftBehind } from "./steps/installation.ts";
import { conclude, lookForInstallation, prove } from "./steps/proving.ts";
import { lookAtIssuer, readAdvice, readBalance, requestCheck, setMethod } from "./steps/issuer.ts";
import { destroyKey, prepareKey } from "./steps/key.ts";
import { queueMessage, sendMessage } from "./steps/messages.ts";
import { lookForProof, publishProof, withdrawProof } from "./steps/proofs.ts";
import { cancel, revoke } from "./steps/requests.ts";
import { runPreflight } from "./steps/run-preflight.ts";
import { submit } from "./steps/submission.ts";

/** Who does which step. Closing a chapter is not among them: it moves documents, not the order. */
export const performers: { readonly [Kind in Exclude<StepKind, "close-chapter">]: Performer<Kind> } = {
  "run-preflight": runPreflight,
  "read-balance": readBalance,
  "begin-enrolment": beginEnrolment,
  "prepare-key": prepareKey,
  submit,
  "look-at-issuer": lookAtIssuer,
  "set-method": setMethod,
  "publish-proof": publishProof,
  "look-for-proof": lookForProof,
  "request-check": requestCheck,
  collect,
  install,
  prove,
  "commit-installation": commitInstallation,
  conclude,
  "look-for-installation": lookForInstallation,
  "undo-installation": undoInstallation,
  "undo-left-behind": undoLeftBehind,
  "give-up-enrolment": giveUpEnrolment,
  "abandon-enrolment": abandonEnrolment,
  "finish-enrolment": finishEnrolment,
  "destroy-key": destroyKey,
  "withdraw-proof": withdrawProof,
  "read-advice": readAdvice,
  revoke,
  cancel,
  end,
  "queue-message": queueMessage,
  "send-message": sendMessage,
};
