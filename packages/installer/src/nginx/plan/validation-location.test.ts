import fc from "fast-check";
import { expect, test } from "vitest";
import { firstServer, sampleView, type SampleView } from "../samples/sample-view.ts";
import { reloadTree } from "./reload-tree.ts";
import type { FileChange } from "./tree-edit.ts";
import { type LocationPlan, planLocationRemoval, planValidationLocation } from "./validation-location.ts";

const plan = (view: SampleView): LocationPlan =>
  planValidationLocation({ tree: view.tree, target: firstServer(view), folder: "pki-validation", files: "/var/dcv" });

const changesOf = (planned: LocationPlan): readonly FileChange[] => (planned.kind === "planned" ? planned.changes : []);

const inserted = (server: string, others?: Readonly<Record<string, string>>): string => {
  const [change] = changesOf(plan(sampleView("include site;", { site: server, ...others })));
  return change?.after.toString() ?? "";
};

test("answers for the files of a validation, first in the block", () => {
  expect(inserted("server {\n\tlisten 80;\n}\n")).toBe(
    [
      "server {",
      "\t# hostseal domain validation: begin",
      "\tlocation ^~ /.well-known/pki-validation/ {",
      "\t    alias /var/dcv/;",
      "\t    default_type text/plain;",
      "\t}",
      "\t# hostseal domain validation: end",
      "\tlisten 80;",
      "}",
      "",
    ]
      .join("\n")
      .replaceAll("\t    ", "\t\t"),
  );
});

test("steps past the rewrites of the server", () => {
  const text = inserted("server {\n    return 301 https://a;\n}\n");
  expect(text).toContain('    if ($uri ~ "^/\\.well-known/pki-validation/") {\n        break;\n    }\n');
  expect(inserted("server {\n    include r;\n}\n", { r: "rewrite ^ /x;" })).toContain("break;");
  expect(inserted("server {\n    location / { return 404; }\n}\n")).not.toContain("break;");
});

test("lifts passwords and address lists only where there are some", () => {
  const text = inserted("server {\n    deny all;\n    auth_basic a;\n    auth_request /b;\n}\n");
  expect(text).toMatch(/allow all;\n +auth_basic off;\n +auth_request off;\n/);
  expect(inserted("server {}")).not.toMatch(/allow|auth/);
});

test("refuses a location that is there already, as nginx would", () => {
  for (const location of ["location /.well-known/pki-validation/", "location ^~ /.well-known/pki-validation/"])
    expect(plan(sampleView(`server { ${location} { root /a; } }`))).toMatchObject({
      because: { kind: "location-exists", path: "/.well-known/pki-validation/" },
    });
  expect(plan(sampleView("server { location = /.well-known/pki-validation/ {} location /.well-known/ {} }")).kind).toBe(
    "planned",
  );
});

test("refuses the files of a panel", () => {
  const view = sampleView("include /etc/nginx/conf.d/users/a.conf;", {
    "/etc/nginx/conf.d/users/a.conf": "server {}",
  });
  expect(plan(view)).toMatchObject({ because: { kind: "panel-managed", panel: "cPanel" } });
});

const layout = fc.constantFrom(
  "server {\n    listen 80;\n}\n",
  "server {\r\n\tlisten 80;\r\n}\r\n",
  "server{listen 80;}",
  "server {}",
  "server { # c\n listen 80; }\n",
  "server\n{\nlisten 80;\nreturn 301 /;\n}",
  "# a\n  server {   \n\n  listen 80; }",
);

test("is taken away again byte for byte, whatever happened around it", () => {
  fc.assert(
    fc.property(
      fc.array(layout, { minLength: 1, maxLength: 3 }),
      fc.string({ unit: "grapheme" }),
      (blocks, comment) => {
        const note = `# ${comment.replaceAll(/[\r\n]/g, "")}\n`;
        const view = sampleView("include site;", { site: `${note}${blocks.join("\n")}` });
        const after = reloadTree(view.tree, changesOf(plan(view)));
        const [removal] = after.kind === "loaded" ? planLocationRemoval(after.tree) : [];
        expect(removal?.after).toEqual(view.tree.files.get("/etc/nginx/site")?.bytes);
      },
    ),
  );
});

test("there is nothing to take away where nothing was put", () => {
  expect(planLocationRemoval(sampleView("server {}").tree)).toEqual([]);
});
