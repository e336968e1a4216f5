/** One structured event. Values are plain; a `Secret` among them prints itself as `[secret]`. */
export type LogEvent = {
  readonly level: "debug" | "note" | "warning" | "failure";
  /** What happened, as a code: `order.advanced`, `issuer.called`. */
  readonly event: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Takes events for the people who run the service. Never throws, never blocks the caller. */
export interface Log {
  emit(event: LogEvent): void;
}
