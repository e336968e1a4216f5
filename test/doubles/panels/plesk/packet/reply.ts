/** A piece of an answer that is already XML. */
export type Reply = { readonly xml: string };

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const tag = (name: string, ...children: readonly Reply[]): Reply =>
  children.length === 0
    ? { xml: `<${name}/>` }
    : { xml: `<${name}>\n${children.map(({ xml }) => xml).join("\n")}\n</${name}>` };

export const value = (name: string, text: string | number | boolean): Reply =>
  text === "" ? { xml: `<${name}/>` } : { xml: `<${name}>${escape(String(text))}</${name}>` };

export const ok = (...content: readonly Reply[]): Reply => tag("result", value("status", "ok"), ...content);

/** Per operation, with what the filter named beside it. */
export const refused = (code: number, text: string, ...content: readonly Reply[]): Reply =>
  tag("result", value("status", "error"), value("errcode", code), value("errtext", text), ...content);

const PROTOCOL = "1.6.9.1";

export const packet = (...operators: readonly Reply[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<packet version="${PROTOCOL}">\n${operators.map(({ xml }) => xml).join("\n")}\n</packet>\n`;

/** What is wrong before any operation is begun. */
export const systemError = (code: number, text: string): string =>
  packet(tag("system", value("status", "error"), value("errcode", code), value("errtext", text)));
