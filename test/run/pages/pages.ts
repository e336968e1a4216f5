import { errorsPage } from "./errors-page.ts";
import type { Page } from "./page.ts";
import { rulesPage } from "./rules-page.ts";
import { waitingPage } from "./waiting-page.ts";

export const pages: readonly Page[] = [errorsPage, waitingPage, rulesPage];
