import { decodeCsr } from "@hostseal/pki";
import type { CaOrder } from "../orders/order.ts";
import type { CertificateRequest } from "./requests.ts";

const sorted = (names: readonly string[]): string =>
  [...new Set(names.map((name) => name.toLowerCase()))].toSorted().join();

/** Whether a request that comes with a known reference asks for what was asked before: the same key and the same names. */
export const isSameRequest = (order: CaOrder, { reference, csr, names }: CertificateRequest): boolean => {
  const earlier = order.generations.find((generation) => generation.reference === reference);
  const decoded = decodeCsr(csr);
  return (
    earlier !== undefined &&
    decoded.kind === "csr" &&
    decoded.csr.publicKeySha256 === earlier.csr.publicKeySha256 &&
    sorted(names) === sorted(earlier.names)
  );
};
