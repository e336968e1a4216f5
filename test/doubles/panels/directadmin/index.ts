export { createDirectadminDouble, type DirectadminDouble } from "./directadmin-double.ts";
export type { Habits } from "./habits.ts";
