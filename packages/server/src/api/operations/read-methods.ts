import { failure, type MethodChoice, toMethodChoice } from "@hostseal/core";
import type { DomainName, Instant } from "@hostseal/rules";

/** A method as it was sent for a name. Fails with `input.option` when the name cannot have it. */
export const readMethod = (name: DomainName, method: string, at: Instant): MethodChoice => {
  const choice = toMethodChoice(method, name, at);
  if (choice) return choice;
  throw failure("input.option", { option: "method", because: `${name} cannot use ${method}` });
};
