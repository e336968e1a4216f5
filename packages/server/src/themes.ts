/** How the app dresses, so that it looks at home where it is shown. */
export const THEMES = ["plain", "cpanel", "plesk", "directadmin", "virtualmin"] as const;
export type Theme = (typeof THEMES)[number];
