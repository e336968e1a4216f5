export type OrderEvent = { readonly kind: "placeholder" };
