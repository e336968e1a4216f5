import type { PostOffice } from "@hostseal/sandbox";

const LINK = /https?:\/\/\S+\/approve\/\S+/;

/** The link in the newest message that asks to approve a name. */
const newestLink = (mailbox: PostOffice, address: string, name: string): string | undefined =>
  mailbox
    .inbox(address)
    .toReversed()
    .filter(({ subject }) => subject.endsWith(` ${name}`))
    .map(({ text }) => LINK.exec(text)?.[0])
    .find((link) => link !== undefined);

/**
 * Opens a mailbox of the demo world and approves a name as its owner would: opens the page behind the link, and presses
 * the button. False when no such message has come.
 */
export const followApprovalLink = async (mailbox: PostOffice, address: string, name: string): Promise<boolean> => {
  const link = newestLink(mailbox, address, name);
  if (link === undefined) return false;
  const page = await fetch(link);
  if (!page.ok || !(await page.text()).includes(name)) return false;
  const body = new URLSearchParams({ decision: "approve" });
  return (await fetch(link, { method: "POST", body })).ok;
};
