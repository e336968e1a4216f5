/** A reading that everybody who asks while it is under way gets the answer of; whoever asks later has it read again. */
export const createSharedRead = <Answer>(read: () => Promise<Answer>): (() => Promise<Answer>) => {
  let underWay: Promise<Answer> | undefined;
  const end = (): void => void (underWay = undefined);
  return () => (underWay ??= read().finally(end));
};
