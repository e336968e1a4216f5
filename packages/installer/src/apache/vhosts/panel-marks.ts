type PanelMark = { readonly panel: string; readonly path: RegExp; readonly head: RegExp };

const NEVER = /(?!)/;

/** Where panels keep the configuration they generate, and how they begin it. */
const MARKS: readonly PanelMark[] = [
  {
    panel: "Plesk",
    path: /^\/(?:var\/www\/vhosts\/system|(?:opt|usr\/local)\/psa)\/|\/plesk\.conf\.d\//,
    head: /plesk/i,
  },
  { panel: "cPanel", path: /^\/usr\/local\/cpanel\/|\/conf\.d\/userdata\//, head: /cpanel/i },
  { panel: "DirectAdmin", path: /^\/usr\/local\/directadmin\//, head: /directadmin/i },
  { panel: "Hestia", path: /^\/usr\/local\/(?:hestia|vesta)\/|^\/home\/[^/]+\/conf\/web\//, head: /hestia|vesta ?cp/i },
  { panel: "ISPmanager", path: /^\/usr\/local\/mgr5\//, head: /ispmanager/i },
  { panel: "ISPConfig", path: NEVER, head: /ispconfig/i },
  { panel: "Froxlor", path: NEVER, head: /froxlor/i },
];

const HEAD_BYTES = 1_000;
const GENERATED = /generated|do not (?:edit|modify|change)|automatically|manual changes|will be (?:lost|overwritten)/i;

/** The panel that writes a file, judged by where it is and by how it begins. */
export const panelOf = (paths: readonly string[], characters: string): string | undefined => {
  const comments = characters
    .slice(0, HEAD_BYTES)
    .split("\n")
    .filter((line) => /^\s*#/.test(line))
    .join("\n");
  const isGenerated = GENERATED.test(comments);
  const mark = MARKS.find(
    ({ path, head }) => paths.some((one) => path.test(one)) || (isGenerated && head.test(comments)),
  );
  return mark?.panel;
};
