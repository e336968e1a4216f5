/**
 * What a driver says of itself, beside the driver, as data. `cannot` carries the sentence a customer is shown.
 * The contract suite asserts both directions: what it can must work, what it cannot must be absent or refused.
 */
export type Capability = { readonly can: true } | { readonly can: false; readonly because: string };

export const can: Capability = { can: true };
export const cannot = (because: string): Capability => ({ can: false, because });
