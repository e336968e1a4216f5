export { type AccessDesk, createAccessDesk, type NewKey } from "./access/access-desk.ts";
export { API_SCOPES, type ApiScope, type Role, ROLES } from "./access/roles.ts";
export { type AppParts, createApp } from "./app/create-app.ts";
export { type Listening, startServer } from "./app/start-server.ts";
export { createPartnerBook, type PartnerBook } from "./partner/partner-book.ts";
export { createWording } from "./mail/create-wording.ts";
export { createPilot, type Pause, type Pilot } from "./pilot/pilot.ts";
export type { Brand, ConnectedPanel, ServerSettings } from "./server-settings.ts";
export type { ServerWorld } from "./server-world.ts";
