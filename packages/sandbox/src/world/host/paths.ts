/** Where something of a webspace lies in the panel's API. */
export const webspacePath = (site: string, rest: string): string => `/webspaces/${encodeURIComponent(site)}/${rest}`;
