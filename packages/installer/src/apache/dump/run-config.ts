/** What `-t -D DUMP_RUN_CFG` says. `defines` leaves out those that only asked for a dump. */
export type RunConfig = {
  readonly serverRoot: string | undefined;
  readonly documentRoot: string | undefined;
  readonly errorLog: string | undefined;
  readonly pidFile: string | undefined;
  readonly user: string | undefined;
  readonly defines: ReadonlyMap<string, string>;
};

const DEFINE = /^Define: ([^=\n]+)(?:=(.*))?$/gm;

const quoted = (text: string, title: string): string | undefined =>
  new RegExp(`^${title}: "(.*)"$`, "m").exec(text)?.[1];

export const parseRunConfig = (text: string): RunConfig => {
  const defines = [...text.matchAll(DEFINE)].map(([, name = "", value = ""]): [string, string] => [name, value]);
  return {
    serverRoot: quoted(text, "ServerRoot"),
    documentRoot: quoted(text, "Main DocumentRoot"),
    errorLog: quoted(text, "Main ErrorLog"),
    pidFile: quoted(text, "PidFile"),
    user: /^User: name="([^"]*)"/m.exec(text)?.[1],
    defines: new Map(defines.filter(([name]) => !name.startsWith("DUMP_"))),
  };
};
