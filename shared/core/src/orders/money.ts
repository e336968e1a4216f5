/** An amount in the currency's smallest unit (cents), so that sums are exact. `currency` is an ISO 4217 code. */
export type Money = { readonly amount: number; readonly currency: string };

export const addMoney = (left: Money, right: Money): Money => {
  if (left.currency !== right.currency) throw new TypeError(`cannot add ${right.currency} to ${left.currency}`);
  return { amount: left.amount + right.amount, currency: left.currency };
};

/** How many decimals a currency has: two for EUR, none for JPY (ISO 4217). */
const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** `1234` EUR becomes `12.34 EUR`. */
export const formatMoney = ({ amount, currency }: Money): string => {
  const decimals = decimalsOf(currency);
  return `${(amount / 10 ** decimals).toFixed(decimals)} ${currency}`;
};
