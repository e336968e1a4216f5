import { expect, test } from "vitest";
import { nothingAboutThisMachine } from "./nothing-about-this-machine.ts";

const find = (text: string) => nothingAboutThisMachine.find([{ path: "docs/a.md", text }]);

test("says where a path of one machine is named", () => {
  expect(find("see /work/notes.md")).toEqual(["docs/a.md:1 names the path /work/notes.md of one machine."]);
  expect(find('const key = "/root/.ssh";')).toEqual(["docs/a.md:1 names the path /root/.ssh of one machine."]);
});

test("says where a registry is named", () => {
  for (const text of ["registry=https://registry.example.com/", '"resolved": "https://packages.example/a.tgz"'])
    expect(find(text)).toEqual(["docs/a.md:1 names a package registry. That is the machine's choice."]);
});

test("is content with paths of the repository and of servers", () => {
  expect(find("packages/work/root/a.ts, /etc/nginx/nginx.conf, /home/shop/public_html, the npm registry")).toEqual([]);
});
