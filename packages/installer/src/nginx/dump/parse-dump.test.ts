import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDump, printDump } from "./parse-dump.ts";

test("takes the files apart byte for byte, also without a final line end or with nothing in them", () => {
  const text =
    "# configuration file /etc/nginx/nginx.conf:\nuser a;\n\n# configuration file /b:\n\n# configuration file /c:\nx;\n";
  expect(parseDump(Buffer.from(text))).toEqual({
    kind: "dump",
    root: "/etc/nginx/nginx.conf",
    files: new Map([
      ["/etc/nginx/nginx.conf", Buffer.from("user a;\n")],
      ["/b", Buffer.from("")],
      ["/c", Buffer.from("x;")],
    ]),
  });
});

test("a header of a file that was printed before is a comment of the file it stands in", () => {
  const pasted = Buffer.from("# configuration file /a:\nevents {}\n");
  const files = new Map([
    ["/a", pasted],
    ["/b", pasted],
  ]);
  expect(parseDump(printDump(files))).toEqual({ kind: "dump", root: "/a", files });
});

test.each(["", "nginx: [emerg] no\n", "# configuration file /a\n", "x\n# configuration file /a:\n\n"])(
  "%j is no dump",
  (text) => {
    expect(parseDump(Buffer.from(text))).toEqual({ kind: "no-dump" });
  },
);

const path = fc.constantFrom("/a", "/etc/nginx/b c.conf", "/é", "/d:e");
const content = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));

test("what is printed is read again", () => {
  const files = fc.uniqueArray(fc.tuple(path, content), { minLength: 1, selector: ([name]) => name });
  fc.assert(
    fc.property(files, (entries) => {
      const dump = parseDump(printDump(new Map(entries)));
      expect(dump).toEqual({ kind: "dump", root: entries[0]?.[0], files: new Map(entries) });
    }),
  );
});

test("any bytes are a dump or none", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => ["dump", "no-dump"].includes(parseDump(Buffer.from(bytes)).kind)));
});
