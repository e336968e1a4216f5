import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findProgram } from "../run/programs/find-program.ts";
import { openStage, type Stage, type StageOptions } from "../server/stage.ts";

/** A stage with one browser in front of it; both end when it is disposed of. */
export type Theatre = AsyncDisposable & {
  readonly stage: Stage;
  /** The window of a person of their own: no cookie is shared between two. */
  open(options?: BrowserContextOptions): Promise<Window>;
};

export type Window = AsyncDisposable & {
  readonly page: Page;
  /** Whatever the browser found wrong: errors in its console, and requests to anybody but those who play. */
  readonly complaints: readonly string[];
};

const ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"];
/** Nothing on a stage takes longer; a browser that waits for more has been told something else. */
const PATIENCE = 15_000;
const DESK = { width: 1100, height: 800 };

/** Writes down what a page should never do. */
const listen = (page: Page, allowed: ReadonlySet<string>): readonly string[] => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== "data:" && !allowed.has(origin)) complaints.push(`asked ${origin}`);
  });
  return complaints;
};

export type TheatreOptions = StageOptions & { readonly browserArguments?: readonly string[] };

/** Raises the curtain: a demo world, the app over it, and Debian's Chromium. */
export const openTheatre = async ({ browserArguments = [], ...options }: TheatreOptions = {}): Promise<Theatre> => {
  await using opening = new AsyncDisposableStack();
  const stage = opening.use(await openStage(options));
  const browser = await chromium.launch({
    executablePath: findProgram("chromium") ?? "",
    args: [...ARGUMENTS, ...browserArguments],
  });
  opening.defer(() => browser.close());
  const allowed = new Set([stage.origin, new URL(stage.panelUrl).origin, new URL(stage.demo.authorityUrl).origin]);
  const open = opening.move();
  return {
    stage,
    open: async (wished = {}) => {
      const context = await browser.newContext({ viewport: DESK, reducedMotion: "reduce", ...wished });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const complaints = listen(page, allowed);
      return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
};
