import { DAY, fromIso } from "@hostseal/rules";
import { describe, expect, it } from "vitest";
import { foundAuthority, requestFor, verdictsOf } from "../test/found-authority.ts";
import type { Founded } from "../test/found-authority.ts";

const ADMIN = { method: "email", address: "admin@example.com" } as const;
const mailsOf = ({ authority }: Founded) => authority.controls.mails();
const codeIn = (text = ""): string => /\/approve\/(\S+)/.exec(text)?.[1] ?? "";

describe("validation by e-mail", () => {
  it("writes to the chosen mailbox and issues when the link is approved", async () => {
    const founded = await foundAuthority();
    founded.authority.answersAt("http://ca.example");
    const placed = await founded.counter.place(await requestFor({ names: ["example.com"], by: ADMIN }));
    const [mail] = mailsOf(founded);
    expect(mail).toMatchObject({
      to: ["admin@example.com"],
      text: expect.stringContaining("http://ca.example/approve/"),
    });
    expect((await founded.counter.check(placed.order.ref)).stage).toBe("awaiting-control");
    await founded.authority.approvals.approve(codeIn(mail?.text));
    const view = founded.counter.look(placed.order.ref);
    expect(view.stage).toBe("active");
    expect(verdictsOf(view)).toMatchObject([{ method: "email", domain: "example.com" }]);
  });

  it("offers five mailboxes, at the base domain", async () => {
    const { counter } = await foundAuthority();
    expect(counter.mailboxes("*.shop.example.co.uk")).toEqual(
      ["admin", "administrator", "webmaster", "hostmaster", "postmaster"].map((box) => `${box}@example.co.uk`),
    );
  });

  it("has ended on 2028-03-15, for mails that were sent before as well", async () => {
    const founded = await foundAuthority({ today: fromIso("2028-03-14T12:00:00Z") });
    await founded.counter.place(await requestFor({ names: ["example.com"], by: ADMIN }));
    founded.clock.advance(DAY);
    const late = founded.authority.approvals.approve(codeIn(mailsOf(founded)[0]?.text));
    await expect(late).rejects.toMatchObject({ code: "link-unknown" });
    const placing = founded.counter.place(
      await requestFor({ names: ["example.net"], by: { ...ADMIN, address: "admin@example.net" } }),
    );
    await expect(placing).rejects.toMatchObject({ code: "method-refused" });
    expect(() => founded.counter.mailboxes("example.com")).toThrow(expect.objectContaining({ code: "method-refused" }));
  });

  it("sends the same words again on request, as a message of its own", async () => {
    const founded = await foundAuthority();
    const { order } = await founded.counter.place(await requestFor({ names: ["example.com"], by: ADMIN }));
    await founded.counter.resend(order.ref, "example.com");
    const [first, second] = mailsOf(founded);
    expect(second).toEqual({ ...first, id: expect.not.stringMatching(`^${first?.id}$`) });
  });

  it("no longer takes a link after the mailbox was changed, was declined for good only until another choice", async () => {
    const founded = await foundAuthority();
    const { counter, authority } = founded;
    const { order } = await counter.place(await requestFor({ names: ["example.com"], by: ADMIN }));
    await authority.approvals.decline(codeIn(mailsOf(founded)[0]?.text));
    expect(verdictsOf(counter.look(order.ref))).toMatchObject([{ kind: "refused", problem: "other" }]);
    await counter.chooseMethod(order.ref, "example.com", { method: "email", address: "webmaster@example.com" });
    const [first, second] = mailsOf(founded);
    expect(second?.to).toEqual(["webmaster@example.com"]);
    await expect(authority.approvals.approve(codeIn(first?.text))).rejects.toMatchObject({ code: "link-unknown" });
    await authority.approvals.approve(codeIn(second?.text));
    expect(counter.look(order.ref).stage).toBe("active");
  });

  it("takes no link that is a month old, and none that was never sent", async () => {
    const founded = await foundAuthority({ habits: { pollWaits: [] } });
    const { order } = await founded.counter.place(await requestFor({ names: ["example.com"], by: ADMIN }));
    founded.clock.advance(30 * DAY);
    const { approve } = founded.authority.approvals;
    await expect(approve(codeIn(mailsOf(founded)[0]?.text))).rejects.toMatchObject({ code: "link-unknown" });
    await expect(approve("guess")).rejects.toMatchObject({ code: "link-unknown" });
    expect(verdictsOf(await founded.counter.check(order.ref))).toMatchObject([{ problem: "link-expired" }]);
  });

  it("choosing what is chosen sends nothing", async () => {
    const founded = await foundAuthority();
    const { order } = await founded.counter.place(await requestFor({ names: ["example.com"], by: ADMIN }));
    const chosen = await founded.counter.chooseMethod(order.ref, "example.com", {
      ...ADMIN,
      address: "Admin@Example.com",
    });
    expect(chosen.order).toBe(order);
    expect(mailsOf(founded)).toHaveLength(1);
  });
});
