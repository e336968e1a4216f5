import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { Endpoint } from "@hostseal/core";
import type { Answer } from "dns-packet";
import { RECURSION_AVAILABLE, decode, encode } from "dns-packet";
import { onTestFinished } from "vitest";

const SERVFAIL = 2;
const NXDOMAIN = 3;

/** What a small resolver knows. Keys of `records` are `<name> <type>`; a name in `broken` gets SERVFAIL. */
export type SmallZone = { readonly records: Map<string, readonly Answer[]>; readonly broken: Set<string> };

const codeFor = ({ broken }: SmallZone, name: string, answers: readonly Answer[] | undefined): number => {
  if (broken.has(name)) return SERVFAIL;
  return answers ? 0 : NXDOMAIN;
};

/** A resolver on a UDP port of loopback, gone when the test is over. */
export const serveDns = async (zone: SmallZone): Promise<Endpoint> => {
  const socket = createSocket("udp4");
  socket.on("message", (message, sender) => {
    const { id = 0, questions = [] } = decode(message);
    const name = questions[0]?.name.toLowerCase() ?? "";
    const answers = zone.records.get(`${name} ${questions[0]?.type}`);
    const flags = RECURSION_AVAILABLE | codeFor(zone, name, answers);
    socket.send(encode({ type: "response", id, flags, questions, answers: [...(answers ?? [])] }), sender.port);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  onTestFinished(() => void socket.close());
  return { address: "127.0.0.1", port: socket.address().port };
};
