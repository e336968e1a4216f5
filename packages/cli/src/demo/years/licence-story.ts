import { asId } from "@hostseal/core";
import type { Story } from "../tour/story.ts";

/** One licence for a domain, its www by file, and a shop by DNS: what is followed to the end of its years. */
export const licenceStory = (years: number): Story => ({
  title: `One licence, ${years} year(s)`,
  intro: "A bakery orders once. Everything from then on happens by itself, under the rules of each day.",
  product: "sandbox-dv-www",
  years,
  names: ["example.com", "www.example.com"],
  site: asId("bakery"),
  methods: { "example.com": { method: "dns-txt" }, "www.example.com": { method: "file" } },
});
