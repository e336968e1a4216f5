import { asId, isFailure } from "@hostseal/core";
import { expect, it } from "vitest";
import { documentRootOf } from "./document-root.ts";

it.each([
  ["example.com", "/domains/example.com/public_html"],
  ["example.com/shop", "/domains/example.com/public_html/shop"],
])("the files of %s lie in %s", (site, root) => {
  expect(documentRootOf(asId(site), "panel")).toBe(root);
});

it.each(["", "example.com/..", "../example.com", "example.com/a/b", "*.example.com", "service:panel", "example.com/"])(
  "there is no site %j",
  (site) => {
    const root = () => documentRootOf(asId(site), "panel");
    expect(root).toThrow(expect.toSatisfy((thrown) => isFailure(thrown, "host.site-unknown")));
  },
);
