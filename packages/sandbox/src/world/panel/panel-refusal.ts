/** Something the panel does not do, in the words and with the status of its API. Made by `refusal`. */
export class PanelRefusal extends Error {
  override readonly name = "PanelRefusal";
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, details: Readonly<Record<string, unknown>>) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export const refusal = (
  status: number,
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): PanelRefusal => new PanelRefusal(status, code, message, details);
