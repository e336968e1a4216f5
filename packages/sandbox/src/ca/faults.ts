/** Stands in place of the answer; the authority has done nothing. */
export type ReplacingFault =
  | { readonly kind: "status"; readonly status: 500 | 502 | 503 }
  | { readonly kind: "rate-limited"; readonly seconds: number; readonly as?: "seconds" | "date" }
  | { readonly kind: "html" }
  | { readonly kind: "error-in-200" }
  | { readonly kind: "empty" };

/** Comes after the authority has done everything. */
export type LateFault =
  /** Answers after so many milliseconds of real time. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  | { readonly kind: "answer-lost" }
  | { readonly kind: "half-json" }
  /** A certificate over the same names with somebody else's key. */
  | { readonly kind: "wrong-certificate" };

/** Spoils what is in the answer. */
export type SpoilingFault = {
  readonly kind: "status-regress" | "truncated-pem" | "crlf-pem" | "wrong-order" | "duplicate-intermediate";
};

/** What can go wrong with one answer. */
export type Fault = ReplacingFault | LateFault | SpoilingFault;

/** A fault and the requests it waits for. */
export type FaultPlan = {
  readonly fault: Fault;
  /** Only requests with this HTTP method. */
  readonly method?: string;
  /** Only requests whose path contains this. */
  readonly path?: string;
  /** How many requests it spoils; once by default. */
  readonly times?: number;
};

const REPLACING: ReadonlySet<Fault["kind"]> = new Set(["status", "rate-limited", "html", "error-in-200", "empty"]);
const SPOILING: ReadonlySet<Fault["kind"]> = new Set([
  "status-regress",
  "truncated-pem",
  "crlf-pem",
  "wrong-order",
  "duplicate-intermediate",
]);

export const isReplacing = (fault: Fault): fault is ReplacingFault => REPLACING.has(fault.kind);
export const isSpoiling = (fault: Fault): fault is SpoilingFault => SPOILING.has(fault.kind);

export type Asked = { readonly method: string; readonly path: string };

/** The faults that wait for their request, in the order they were planned. */
export type Faults = {
  readonly inject: (plan: FaultPlan) => void;
  readonly clear: () => void;
  /** The fault for this request, used up. */
  readonly take: (asked: Asked) => Fault | undefined;
};

const meets = ({ method, path }: FaultPlan, asked: Asked): boolean =>
  (method === undefined || method === asked.method) && (path === undefined || asked.path.includes(path));

export const createFaults = (): Faults => {
  const plans: FaultPlan[] = [];

  return {
    inject: (plan) => void plans.push(plan),
    clear: () => void plans.splice(0),
    take(asked) {
      const index = plans.findIndex((plan) => meets(plan, asked));
      const plan = plans[index];
      if (!plan) return undefined;
      const left = (plan.times ?? 1) - 1;
      plans.splice(index, 1, ...(left > 0 ? [{ ...plan, times: left }] : []));
      return plan.fault;
    },
  };
};
