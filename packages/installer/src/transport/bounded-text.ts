const HALF = 32 * 1024;

/** Keeps the beginning and the end of what may be endless, such as standard error. */
export type BoundedText = {
  add(chunk: Uint8Array): void;
  /** As UTF-8; what is none shows as U+FFFD. Says how much was left out in the middle. */
  text(): string;
};

export const createBoundedText = (half: number = HALF): BoundedText => {
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let skipped = 0;
  return {
    add: (chunk) => {
      const room = half - head.length;
      head = Buffer.concat([head, chunk.subarray(0, room)]);
      const rest = Buffer.concat([tail, chunk.subarray(Math.max(room, 0))]);
      skipped += Math.max(rest.length - half, 0);
      tail = rest.subarray(Math.max(rest.length - half, 0));
    },
    text: () => {
      if (skipped === 0) return Buffer.concat([head, tail]).toString();
      return `${head.toString()}\n[${skipped} bytes left out]\n${tail.toString()}`;
    },
  };
};
