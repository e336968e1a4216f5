import { answerInWords, createServerFinder, matchRefusalInWords, type NginxServer } from "../../nginx/index.ts";
import type { NginxReading } from "./nginx-reading.ts";

const HTTP = { port: 80, tls: false } as const;
const HTTPS = { port: 443, tls: true } as const;

export type FoundServer =
  /** `speaksTls` when it serves this name over TLS today. */
  | { readonly kind: "found"; readonly server: NginxServer; readonly speaksTls: boolean; readonly why: string }
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly because: string };

/** A name that can be asked for: `*.example.com` is asked by a name below it that nobody has. */
const askable = (name: string): string => name.replace(/^\*\./, "hostseal-asks.");

/** The server that answers for a name over plain HTTP by one of its own names. */
export const findPlainServer = ({ servers }: NginxReading, name: string): NginxServer | undefined => {
  const answer = createServerFinder(servers)({ ...HTTP, name: askable(name) });
  return answer.kind === "served" && answer.reason.kind === "name" ? answer.server : undefined;
};

/**
 * The server that answers for a name by one of its own names: over TLS where it does, else over plain HTTP. A default
 * server that takes every name is not meant.
 */
export const findServer = ({ servers }: NginxReading, name: string): FoundServer => {
  const find = createServerFinder(servers);
  for (const where of [HTTPS, HTTP]) {
    const answer = find({ ...where, name: askable(name) });
    if (answer.kind === "refused") return { kind: "refused", because: matchRefusalInWords(answer.because) };
    if (answer.kind === "served" && answer.reason.kind === "name")
      return { kind: "found", server: answer.server, speaksTls: where.tls, why: answerInWords(answer) };
  }
  return { kind: "none" };
};
