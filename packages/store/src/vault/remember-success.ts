/** Does the work when it is first asked for, and again only after it failed. */
export const rememberSuccess = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let result: Promise<T> | undefined;
  const attempt = async (): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      result = undefined;
      throw error;
    }
  };
  return async () => {
    result ??= attempt();
    return result;
  };
};
