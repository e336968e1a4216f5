import type { Chapter } from "./chapter.ts";
import type { Order } from "./order.ts";

/** The part of an order that is over: a finished enrolment, and the journal since the chapter before. */
export const chapterOf = (order: Order): Chapter => {
  const { enrolment, journal } = order;
  return {
    order: order.id,
    partner: order.partner,
    customer: order.customer,
    number: journal.chapters + 1,
    ...(enrolment?.finishedAt !== undefined && { enrolment }),
    entries: journal.entries,
  };
};

/** Reminders of a finished enrolment cannot come again; those of the licence can. */
const stillCounting = (id: string, order: Order): boolean =>
  id.startsWith(`${order.id}:licence:`) || (order.certificate !== undefined && id.includes(order.certificate.serial));

/** The order without the chapter that was kept elsewhere. The journal goes on from the same hash. */
export const withoutChapter = (order: Order): Order => {
  const { enrolment, ...rest } = order;
  const underWay = enrolment !== undefined && enrolment.finishedAt === undefined ? { enrolment } : {};
  return {
    ...rest,
    ...underWay,
    reminded: order.reminded.filter((id) => "enrolment" in underWay || stillCounting(id, order)),
    journal: { ...order.journal, chapters: order.journal.chapters + 1, entries: [] },
  };
};
