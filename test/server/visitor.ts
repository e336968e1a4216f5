/** A browser without script: it keeps cookies, sends forms, and follows nothing by itself. */
export type Visitor = {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Page>;
  /** Sends a form; the token of the page that was seen last goes with it unless the fields say otherwise. */
  post(path: string, fields?: Fields, headers?: Readonly<Record<string, string>>): Promise<Page>;
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What a visitor is answered. */
export type Page = {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly html: string;
  /** Where it leads; nothing for a page that stays. */
  readonly location: string | undefined;
};

const CSRF = /name="csrf" value="([^"]*)"/;

const toBody = (fields: Fields): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  );

const toPage = async (response: Response): Promise<Page> => {
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    html: bytes.toString("utf8"),
    location: response.headers.get("location") ?? undefined,
  };
};

export const createVisitor = (origin: string): Visitor => {
  const cookies = new Map<string, string>();
  let csrf = "";

  const ask = async (path: string, init: RequestInit): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const page = await toPage(response);
    csrf = CSRF.exec(page.html)?.[1] ?? csrf;
    return page;
  };

  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      ask(path, { method: "POST", headers, body: toBody({ csrf, ...fields }) }),
  };
};
