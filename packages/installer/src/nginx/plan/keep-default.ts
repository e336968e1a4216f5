import { fromText } from "../../bytes/byte-text.ts";
import { placeAt } from "../../bytes/span.ts";
import { type AddressSet, addressInWords } from "../match/address-set.ts";
import type { NginxServer } from "../servers/nginx-server.ts";
import { identityOf } from "../servers/read-servers.ts";
import { type Part, part, refused } from "./part.ts";

export type DefaultWish = {
  readonly servers: readonly NginxServer[];
  readonly target: NginxServer;
  /** The set that the target joins. */
  readonly set: AddressSet;
};

const isShared = (servers: readonly NginxServer[], identity: string): boolean =>
  servers.filter(({ listens }) => listens.some(({ placed }) => placed && identityOf(placed) === identity)).length > 1;

/**
 * Where no server is marked as the default of an address, the first one is it. When the target would come before that
 * one, the mark is set, so that whoever names no name, or an unknown one, gets the same server as before.
 */
export const keepDefault = ({ servers, target, set }: DefaultWish): Part => {
  const { server, listen } = set.fallback;
  if (listen.isDefault || servers.indexOf(target) > servers.indexOf(server)) return part([]);
  const { placed } = listen;
  const last = placed?.directive.args.at(-1);
  if (!placed || !last || isShared(servers, identityOf(placed)))
    return refused({ kind: "default-would-change", address: addressInWords(set), server });
  const edit = { at: placeAt(last.end), bytes: fromText(" default_server") };
  return part([{ file: placed.file, edit }], [{ kind: "default-marked", placed }]);
};
