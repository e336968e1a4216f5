import { toText } from "../../bytes/byte-text.ts";
import type { NginxFile } from "../tree/nginx-tree.ts";

/** Who writes a file, so that what we write into it would be lost: a hosting panel, or a tool that repeats its state. */
export type PanelMark = { readonly kind: "panel" | "tool"; readonly title: string };

type Sign = PanelMark & { readonly header?: RegExp; readonly path?: RegExp };

/** So much of a file can be its header. */
const HEADER_BYTES = 1_024;

/** By what panels and tools are known: the words at the top of their files, and the folders that are theirs. */
const SIGNS: readonly Sign[] = [
  {
    kind: "panel",
    title: "Plesk",
    header: /#\s*DO NOT MODIFY THIS FILE BECAUSE IT WAS GENERATED AUTOMATICALLY/,
    path: /\/plesk\.conf\.d\/|^\/var\/www\/vhosts\/system\//,
  },
  {
    kind: "panel",
    title: "HestiaCP or VestaCP",
    header: /CHANGES WILL BE LOST WHEN REBUILDING DOMAINS/,
    path: /^\/home\/[^/]+\/conf\/web\//,
  },
  { kind: "panel", title: "cPanel", path: /^\/etc\/nginx\/conf\.d\/(?:users\/|ea-nginx\.conf$)/ },
  { kind: "panel", title: "DirectAdmin", path: /^\/usr\/local\/directadmin\// },
  { kind: "panel", title: "ISPmanager", path: /^\/etc\/nginx\/vhosts\/[^/]+\/[^/]+\.conf$|^\/usr\/local\/mgr5\// },
  { kind: "panel", title: "ISPConfig", path: /\/sites-(?:available|enabled)\/[^/]+\.vhost$/ },
  {
    kind: "panel",
    title: "Froxlor",
    header: /all changes will be deleted after the next \w+(?: \w+)? change at the panel/,
  },
  { kind: "panel", title: "aaPanel", path: /^\/www\/server\/panel\/vhost\// },
  { kind: "panel", title: "1Panel", path: /^\/www\/sites\/[^/]+\/conf\// },
  { kind: "panel", title: "RunCloud", path: /^\/etc\/nginx-rc\// },
  { kind: "panel", title: "ServerPilot", path: /^\/etc\/nginx-sp\// },
  { kind: "panel", title: "FASTPANEL", path: /^\/etc\/nginx\/fastpanel2-/ },
  { kind: "tool", title: "Ansible", header: /#.*\bansible managed\b/i },
  { kind: "tool", title: "Puppet", header: /#.*\bmanaged by puppet\b/i },
  { kind: "tool", title: "Chef", header: /#.*\b(?:managed|generated) by chef\b/i },
  { kind: "tool", title: "Salt", header: /#.*\bmanaged by salt\b/i },
];

/** Who writes this file, when its first lines or its folder tell; a file made by hand has no mark. */
export const panelMark = ({ path, identity, bytes }: NginxFile): PanelMark | undefined => {
  const head = toText(bytes.subarray(0, HEADER_BYTES));
  const sign = SIGNS.find(
    (candidate) => candidate.header?.test(head) || [path, identity].some((place) => candidate.path?.test(place)),
  );
  return sign && { kind: sign.kind, title: sign.title };
};
