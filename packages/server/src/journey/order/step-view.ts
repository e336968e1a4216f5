import type { Order } from "@hostseal/core";

/** The four steps of the journey, and how far an order has come. */
export const STEPS = ["names", "control", "issue", "install"] as const;
export type JourneyStep = (typeof STEPS)[number];

export type StepView = { readonly step: JourneyStep; readonly state: "done" | "now" | "later" };

/** How many steps are behind an order. */
const stepsDone = ({ state, enrolment }: Order): number => {
  if (state.kind === "draft") return 1;
  switch (enrolment?.phase.kind) {
    case "issued":
    case "installed":
      return STEPS.length - 1;
    case "proven":
    case undefined:
      return state.kind === "placed" ? 1 : STEPS.length;
    case "begun":
    case "prepared":
    case "submitted":
    case "validating":
    case "failed":
    case "abandoned":
      return 1;
  }
};

const allProven = ({ enrolment }: Order): boolean =>
  enrolment?.phase.kind === "validating" &&
  enrolment.phase.validations.every(({ issuer }) => issuer.status.kind === "valid");

const stepsAfter = (done: number): readonly StepView[] =>
  STEPS.map((step, at) => ({ step, state: at < done ? "done" : at === done ? "now" : "later" }));

/** Before there is an order. */
export const FIRST_STEP = stepsAfter(0);

export const toSteps = (order: Order): readonly StepView[] =>
  stepsAfter(allProven(order) ? stepsDone(order) + 1 : stepsDone(order));
