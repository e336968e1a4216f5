import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { putIntoJson } from "./json-edit.ts";

const NOTED = `{
  "partner" : "acme",
  "hosts": {
    "panel": { "driver": "demo",   "url": "http://127.0.0.1" }
  },
  "roots": [ "a.pem",
             "b.pem" ]
}
`;

describe("a value put into a JSON text", () => {
  test("stands beside the others in their manner, and everything else stays as it was written", () => {
    expect(putIntoJson(NOTED, ["hosts", "web1"], { driver: "ssh", jumps: ["a"] })).toBe(
      NOTED.replace(
        `127.0.0.1" }`,
        `127.0.0.1" },\n    "web1": {\n      "driver": "ssh",\n      "jumps": [\n        "a"\n      ]\n    }`,
      ),
    );
  });

  test("opens an empty object, and makes those that are missing", () => {
    expect(putIntoJson(`{"hosts":{}}`, ["hosts", "a"], 1)).toBe(`{"hosts":{\n  "a": 1\n}}`);
    expect(JSON.parse(putIntoJson("{}", ["hosts", "a", "b"], 1))).toEqual({ hosts: { a: { b: 1 } } });
  });

  test("replaces the one that is there and nothing around it", () => {
    expect(putIntoJson(NOTED, ["hosts", "panel", "driver"], "ssh")).toBe(NOTED.replace(`"demo"`, `"ssh"`));
  });

  test("comes out as if it had been put into the object, whatever the text looks like", () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue()).filter((one) => !("__proto__" in one));
    const property = fc.property(
      objects,
      fc.string(),
      fc.jsonValue(),
      fc.constantFrom(0, 1, "\t"),
      (object, key, value, space) => {
        fc.pre(key !== "__proto__");
        const before = JSON.stringify({ first: 1, hosts: object, last: [{}] }, undefined, space);
        const after = putIntoJson(before, ["hosts", key], value);
        const expected = { ...object, [key]: JSON.parse(JSON.stringify(value)) as unknown };
        expect(JSON.parse(after)).toEqual(JSON.parse(JSON.stringify({ first: 1, hosts: expected, last: [{}] })));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});
