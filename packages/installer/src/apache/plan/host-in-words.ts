import { toReadable } from "../../bytes/index.ts";
import type { Active } from "../tree/active.ts";
import type { VirtualHost } from "../vhosts/virtual-host.ts";

/** Where a virtual host begins, for a person. */
export const hostInWords = ({ at }: VirtualHost): string => `the virtual host at ${toReadable(at.path)}:${at.line}`;

/** Where a directive stands, for a person. */
export const placeInWords = ({ file, directive }: Active): string => `${toReadable(file.path)}:${directive.line}`;
