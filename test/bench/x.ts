import { nginxParser } from "./installer-nginx.ts";
console.table((await nginxParser()).rows);
