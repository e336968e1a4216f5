import { isIP } from "node:net";
import type { Request } from "express";

/** Where a request came from; a server in front that says something else than an address is not believed. */
export const addressOf = ({ ip = "" }: Request): string => (isIP(ip) === 0 ? "unknown" : ip);
