import { toReadable } from "../../bytes/byte-text.ts";
import { positionOf } from "../../bytes/position.ts";
import type { Placed } from "./nginx-tree.ts";

/** `/etc/nginx/nginx.conf:12`: where a directive begins. */
export const placeInWords = ({ file, directive }: Placed): string =>
  `${toReadable(file.path)}:${positionOf(file.bytes, directive.span.start).line}`;
