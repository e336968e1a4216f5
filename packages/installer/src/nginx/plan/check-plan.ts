import type { NginxServer } from "../servers/nginx-server.ts";
import { readServers } from "../servers/read-servers.ts";
import { treeRefusalInWords } from "../tree/tree-refusal.ts";
import { placeInWords } from "../tree/place-in-words.ts";
import type { CertificateWish } from "./certificate-wish.ts";
import { strayAnswer } from "./check-answers.ts";
import { isCoveredServer } from "./definition-users.ts";
import type { FileChange } from "./tree-edit.ts";
import { reloadTree } from "./reload-tree.ts";

/** Files and keys in the order in which nginx loads them. */
const pairsInWords = ({ pairs }: NginxServer): string =>
  pairs.map(({ certificate, key }) => `${certificate.value} ${key?.value}`).join("\n");

const listensInWords = ({ listens }: NginxServer): string =>
  listens.map(({ address, firstPort, lastPort, isSsl }) => `${address} ${firstPort} ${lastPort} ${isSsl}`).join("\n");

const namesInWords = ({ names }: NginxServer): string => names.map(({ text }) => text).join("\n");

type Servers = { readonly before: readonly NginxServer[]; readonly after: readonly NginxServer[] };
type Server = { readonly before: NginxServer; readonly after: NginxServer };

const isWished = ({ certificatePath, keyPath }: CertificateWish, { after }: Server): boolean =>
  after.pairs.some(({ certificate, key }) => certificate.value === certificatePath && key?.value === keyPath);

const troubleWith = (wish: CertificateWish, server: Server): string | undefined => {
  const { before, after } = server;
  const isTarget = before.identity === wish.target.identity;
  if (namesInWords(before) !== namesInWords(after)) return "change its names";
  if (isTarget) return isWished(wish, server) ? undefined : "not get the certificate";
  if (listensInWords(before) !== listensInWords(after)) return "change its addresses";
  const isKept = pairsInWords(before) === pairsInWords(after);
  return isKept || isCoveredServer(before, wish.names) ? undefined : "change its certificate";
};

const firstTrouble = (wish: CertificateWish, { before, after }: Servers): string | undefined => {
  for (const [index, server] of before.entries()) {
    const twin = after[index];
    const trouble = twin && troubleWith(wish, { before: server, after: twin });
    if (trouble !== undefined) return `the server at ${placeInWords(server.placed)} would ${trouble}`;
  }
  return undefined;
};

/**
 * Reads the configuration again as it would be, and says what is not as it should be: the target has the pair, all
 * others have what they had, and every name that was answered over TLS is answered by the same server.
 */
export const checkPlan = (wish: CertificateWish, changes: readonly FileChange[]): string | undefined => {
  const reloaded = reloadTree(wish.tree, changes);
  if (reloaded.kind === "refused") return treeRefusalInWords(reloaded.because);
  const before = wish.servers;
  const after = readServers({ ...wish, tree: reloaded.tree });
  if (after.length !== before.length) return "the number of servers would change";
  return firstTrouble(wish, { before, after }) ?? strayAnswer({ target: wish.target, before, after });
};
