import { moduleSource } from "../dump/loaded-modules.ts";
import { compareVersions, type ServerVersion } from "../dump/server-build.ts";

/** Whether what stands in a section is read at all. `unknown`: we cannot tell from here. */
export type Verdict = "holds" | "fails" | "unknown";

export type ConditionWorld = {
  readonly version: ServerVersion;
  readonly modules: ReadonlySet<string>;
  readonly defines: ReadonlyMap<string, string>;
  readonly hasFile: (path: string) => boolean;
};

const toVerdict = (holds: boolean): Verdict => (holds ? "holds" : "fails");
const inverse = (verdict: Verdict): Verdict => (verdict === "unknown" ? verdict : toVerdict(verdict === "fails"));

const hasModule = ({ modules }: ConditionWorld, name: string): boolean =>
  modules.has(name) || [...modules].some((one) => moduleSource(one) === name);

const toVersion = (text: string): ServerVersion => {
  const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
  return [major, minor, patch];
};

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "==": (order) => order === 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
};

const VERSION_TEST = /^(!?)(==?|>=?|<=?)?\s*(\d+(?:\.\d+){0,2})$/;

const versionVerdict = (world: ConditionWorld, text: string): Verdict => {
  const [, not, operator = "=", version] = VERSION_TEST.exec(text.replaceAll(/\s+/g, " ").trim()) ?? [];
  const compare = COMPARISONS[operator];
  if (version === undefined || !compare) return "unknown";
  const verdict = toVerdict(compare(compareVersions(world.version, toVersion(version))));
  return not ? inverse(verdict) : verdict;
};

const positive = (section: string, arg: string, world: ConditionWorld): Verdict => {
  if (section === "ifmodule") return toVerdict(hasModule(world, arg));
  if (section === "ifdefine") return toVerdict(world.defines.has(arg));
  if (section === "iffile" && world.hasFile(arg)) return "holds";
  return "unknown";
};

const CONDITIONS: ReadonlySet<string> = new Set([
  "ifmodule",
  "ifdefine",
  "ifversion",
  "iffile",
  "ifdirective",
  "ifsection",
]);

/** Whether a section is decided while the configuration is read, so that it stands for what it holds or for nothing. */
export const isCondition = (section: string): boolean => CONDITIONS.has(section);

/** Decides such a section at the moment it is read: modules and defines count from where they are named on. */
export const decideCondition = (section: string, args: string, world: ConditionWorld): Verdict => {
  if (section === "ifversion") return versionVerdict(world, args);
  const arg = args.replaceAll(/^["']|["']$/g, "");
  return arg.startsWith("!") ? inverse(positive(section, arg.slice(1), world)) : positive(section, arg, world);
};
