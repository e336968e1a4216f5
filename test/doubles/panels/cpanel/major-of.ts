/** `138` of `11.138.0.10`. */
export const majorOf = (version: string): number => Number(/^(?:11\.)?(\d+)/.exec(version)?.[1] ?? 0);
