import type { RequestHandler, Response } from "express";
import type { AccessDesk } from "../../access/access-desk.ts";
import { refusal } from "../../app/refusal.ts";
import type { SessionBook } from "../../sessions/session-book.ts";
import type { SessionCookie } from "../../sessions/session-cookie.ts";
import type { Staff } from "../staff.ts";

export type StaffDoor = { readonly book: SessionBook<Staff>; readonly cookie: SessionCookie };

type StaffLocals = { readonly staff: Staff; readonly csrf: string };

const KEY = "staff";

/** Lets only people through who have signed in, as what they are now: who was removed since then is out at once. */
export const requireStaff =
  ({ book, cookie }: StaffDoor, access: AccessDesk): RequestHandler =>
  async (request, response, next) => {
    const session = book.find(cookie.read(request) ?? "");
    const user = session && (await access.users()).find(({ email }) => email === session.viewer.email);
    if (!session || !user) {
      if (request.method === "GET") return response.redirect(303, "/console/sign-in");
      throw refusal(401, "signed-out");
    }
    const locals: StaffLocals = { staff: { email: user.email, role: user.role }, csrf: session.csrf };
    response.locals[KEY] = locals;
    next();
  };

/** Only behind `requireStaff`. */
export const staffOf = ({ locals }: Response): Staff => (locals[KEY] as StaffLocals).staff;

/** What comes back with every form of this session. Only behind `requireStaff`. */
export const tokenOf = ({ locals }: Response): string => (locals[KEY] as StaffLocals).csrf;
