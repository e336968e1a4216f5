import type { Response } from "express";

export type Download = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

const wentAway = (): Error => new Error("the browser went away before it had the whole file");

/** Sends a file; resolves when all of it has left for the browser, and fails when the browser went away before. */
export const sendDurably = (response: Response, { name, type, bytes }: Download): Promise<void> =>
  new Promise((resolve, reject) => {
    if (response.destroyed || response.socket?.destroyed !== false) return reject(wentAway());
    response.once("finish", resolve);
    response.once("close", () => reject(wentAway()));
    response.attachment(name).type(type).set("cache-control", "no-store").end(bytes);
  });
