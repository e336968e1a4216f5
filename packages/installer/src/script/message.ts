/** What a script says: a word with the rest of its line, or a block of bytes with a title. */
export type Message =
  | { readonly kind: "word"; readonly word: string; readonly rest: string }
  | { readonly kind: "block"; readonly title: string; readonly bytes: Buffer };

type Coding = "base64" | "hex";

const decode = (coding: Coding, text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ""), coding);

const split = (line: string): readonly [string, string] => {
  const space = line.indexOf(" ");
  return space === -1 ? [line, ""] : [line.slice(0, space), line.slice(space + 1)];
};

/** Picks a script's messages out of what comes over its output; lines without the marker are noise. */
export async function* readMessages(lines: AsyncIterable<string>, marker: string): AsyncGenerator<Message> {
  let open: { readonly title: string; coding: Coding; readonly text: string[] } | undefined;
  for await (const line of lines) {
    if (!line.startsWith(`${marker} `)) continue;
    const [word, rest] = split(line.slice(marker.length + 1));
    if (word === "begin") open = { title: rest, coding: "base64", text: [] };
    else if (open && (word === "base64" || word === "hex")) [open.coding] = [word, open.text.push(rest)];
    else if (open && word === "end") {
      yield { kind: "block", title: open.title, bytes: decode(open.coding, open.text.join("")) };
      open = undefined;
    } else yield { kind: "word", word, rest };
  }
}
