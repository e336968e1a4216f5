import type { Check } from "./check.ts";
import { adaptersStandAlone } from "./checks/adapters-stand-alone.ts";
import { arrowsPointDown } from "./checks/arrows-point-down.ts";
import { environmentIsPassedIn } from "./checks/environment-is-passed-in.ts";
import { filesAreShort } from "./checks/files-are-short.ts";
import { importsAreDeclared } from "./checks/imports-are-declared.ts";
import { lockedVersionsAreSound } from "./checks/locked-versions-are-sound.ts";
import { namesSayWhat } from "./checks/names-say-what.ts";
import { noModuleState } from "./checks/no-module-state.ts";
import { noShell } from "./checks/no-shell.ts";
import { nothingAboutThisMachine } from "./checks/nothing-about-this-machine.ts";
import { nothingIsUnfinished } from "./checks/nothing-is-unfinished.ts";
import { packagesAreEnteredByTheFront } from "./checks/packages-are-entered-by-the-front.ts";
import { pagesPointSomewhere } from "./checks/pages-point-somewhere.ts";
import { pathsAreDecoded } from "./checks/paths-are-decoded.ts";
import { secretsStayWrapped } from "./checks/secrets-stay-wrapped.ts";
import { testsRunWhole } from "./checks/tests-run-whole.ts";
import { timeAndChanceArePassedIn } from "./checks/time-and-chance-are-passed-in.ts";
import { tlsIsVerified } from "./checks/tls-is-verified.ts";
import { typesAreKnown } from "./checks/types-are-known.ts";
import { versionsAreExact } from "./checks/versions-are-exact.ts";

/** What holds for the repository as a whole. */
export const checks: readonly Check[] = [
  arrowsPointDown,
  adaptersStandAlone,
  packagesAreEnteredByTheFront,
  importsAreDeclared,
  environmentIsPassedIn,
  timeAndChanceArePassedIn,
  noModuleState,
  secretsStayWrapped,
  tlsIsVerified,
  noShell,
  typesAreKnown,
  testsRunWhole,
  nothingIsUnfinished,
  filesAreShort,
  namesSayWhat,
  pagesPointSomewhere,
  pathsAreDecoded,
  nothingAboutThisMachine,
  versionsAreExact,
  lockedVersionsAreSound,
];
