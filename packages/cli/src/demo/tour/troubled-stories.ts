import { asId } from "@hostseal/core";
import type { Story } from "./story.ts";

/** The orders of the tour on whose way something breaks. */
export const TROUBLED_STORIES: readonly Story[] = [
  {
    title: "An answer is lost after the order was placed",
    intro:
      "The connection to the certificate authority breaks once it has taken order and money. Nothing may be paid twice.",
    product: "sandbox-dv-www",
    years: 1,
    names: ["shop.example.com", "www.shop.example.com"],
    site: asId("shop"),
    arrange: ({ authority }) =>
      authority.controls.inject({ fault: { kind: "answer-lost" }, method: "POST", path: "/v1/orders" }),
  },
  {
    title: "A web server that goes on serving the old certificate",
    intro:
      "The server of diary.example.com does not take the new certificate up. What is not seen from outside does not count.",
    product: "sandbox-dv",
    years: 1,
    names: ["diary.example.com"],
    site: asId("diary"),
    arrange: ({ hosting }) => hosting.controls.web.hold("diary", true),
    react:
      ({ hosting }) =>
      (_order, { reason }) => {
        if (reason !== "step.failed") return false;
        hosting.controls.web.hold("diary", false);
        return true;
      },
  },
];

/** The order that is stopped before it costs anything. */
export const BLOCKED_STORY: Story = {
  title: "Stopped before it costs anything",
  intro:
    "CAA records of gallery.example.net allow one other certificate authority only. That is found before anybody pays.",
  product: "sandbox-dv",
  years: 1,
  names: ["gallery.example.net"],
  site: asId("gallery"),
};
