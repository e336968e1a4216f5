export type Part = { readonly name: string; readonly filename?: string; readonly text: string };

/** The parts of a form with files (RFC 7578); parts without a name are passed over. */
export const partsIn = (body: string, contentType: string): readonly Part[] => {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return [];
  return body.split(`--${boundary}`).flatMap((block) => {
    const [head = "", ...rest] = block.replace(/^\r\n/, "").split("\r\n\r\n");
    const name = /\bname="([^"]*)"/i.exec(head)?.[1];
    const filename = /\bfilename="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) return [];
    const text = rest.join("\r\n\r\n").replace(/\r\n$/, "");
    return [{ name, text, ...(filename !== undefined && { filename }) }];
  });
};
