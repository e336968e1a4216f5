import { asId } from "@hostseal/core";
import { SERVER_SITE } from "../server/server-files.ts";
import { DEMO_SERVER, SERVER_CUSTOMER } from "../world/write-home.ts";
import type { Story } from "./story.ts";

/** The order of the tour that needs no panel. */
export const SERVER_STORY: Story = {
  title: "A server over SSH, without any panel",
  intro: `${SERVER_SITE} is another customer's, on a server of its own: a real nginx, reached over a real SSH. The key is made there and never leaves it.`,
  product: "sandbox-dv",
  years: 1,
  names: [SERVER_SITE],
  home: { host: asId(DEMO_SERVER), customer: asId(SERVER_CUSTOMER) },
  site: asId(SERVER_SITE),
  methods: { [SERVER_SITE]: { method: "file" } },
};
