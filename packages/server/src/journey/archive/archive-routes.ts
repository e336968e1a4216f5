import { ARCHIVE_FORMATS, type ArchiveFormat, handOverKey, reasonOf, sealHandedOver } from "@hostseal/core";
import { makeUnlockCode } from "@hostseal/pki";
import express, { type Response, type Router } from "express";
import { z } from "zod";
import { refusal } from "../../app/refusal.ts";
import { showPage } from "../../pages/show-page.ts";
import type { Journey } from "../journey.ts";
import type { Entrance, OrderVisit } from "../order/entrance.ts";
import { toActionsView } from "../order/actions-view.ts";
import { sendDurably } from "./send-durably.ts";
import { createUnlockCodes, type UnlockCodes } from "./unlock-codes.ts";

const form = z.object({ format: z.enum(ARCHIVE_FORMATS).default("zip") });

const files: Readonly<Record<ArchiveFormat, { readonly ending: string; readonly type: string }>> = {
  zip: { ending: "zip", type: "application/zip" },
  pkcs12: { ending: "p12", type: "application/x-pkcs12" },
  pem: { ending: "pem", type: "application/x-pem-file" },
};

type Delivery = { readonly response: Response; readonly format: ArchiveFormat; readonly codes: UnlockCodes };

/** The code is ready before the archive leaves; when the archive does not arrive, there is nothing for it to open. */
const handOver = async (
  { world, pilot }: Journey,
  { order, scope, by }: OrderVisit,
  { response, format, codes }: Delivery,
): Promise<void> => {
  const code = makeUnlockCode((count) => world.random.bytes(count));
  const { ending, type } = files[format];
  await handOverKey(world, order.id, {
    caller: { scope, by },
    deliver: async (handedOver) => {
      const bytes = await sealHandedOver[format]({ handedOver, code, at: world.clock.now() });
      codes.keep(order.id, code);
      await sendDurably(response, { name: `${order.id}.${ending}`, type, bytes });
    },
  });
  pilot.poke();
};

/** `/orders/:id/archive`: key and certificate in an encrypted archive, once; its unlock code on a page of its own, once. */
export const createArchiveRoutes = (journey: Journey, entrance: Entrance): Router => {
  const { world, renderer } = journey;
  const codes = createUnlockCodes(world.clock);
  return express
    .Router()
    .get("/orders/:id/archive", async (request, response) => {
      const { order, frame, address } = await entrance(request, response);
      const { canArchive } = toActionsView(order, frame.words);
      const model = { address, id: order.id, canArchive, isCodeThere: codes.isThere(order.id) };
      showPage(response, renderer, {
        page: { template: "archive", title: frame.words.t("archive.title"), model },
        frame,
      });
    })
    .post("/orders/:id/archive", async (request, response) => {
      const { format } = form.parse(request.body);
      const visit = await entrance(request, response);
      await handOver(journey, visit, { response, format, codes }).catch((thrown: unknown) => {
        if (!response.headersSent && !response.destroyed) throw thrown;
        const details = { order: visit.order.id, because: reasonOf(thrown) };
        world.log.emit({ level: "warning", event: "archive.broken-off", details });
      });
    })
    .post("/orders/:id/unlock-code", async (request, response) => {
      const { order, frame, address } = await entrance(request, response);
      const code = codes.take(order.id);
      if (!code) throw refusal(410, "code-gone");
      const model = { address, id: order.id, code: code.reveal() };
      showPage(response, renderer, {
        page: { template: "unlock-code", title: frame.words.t("unlock.title"), model },
        frame,
      });
    });
};
