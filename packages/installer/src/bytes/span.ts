/** A stretch of bytes by offset: `start` is the first, `end` the one behind the last. An empty span is a place between two bytes. */
export type Span = { readonly start: number; readonly end: number };

/** The empty span before the byte at `offset`. */
export const placeAt = (offset: number): Span => ({ start: offset, end: offset });

/** Whether `inner` lies wholly in `outer`. */
export const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
