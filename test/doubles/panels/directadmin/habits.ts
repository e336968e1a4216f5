/** What a server is like; tests change it while it runs. */
export type Habits = {
  /** `older` knows neither `/api/domain-tls` nor `/api/filemanager-actions`. */
  edition: "current" | "older";
  /** Commands ignore `json=yes` and answer as they did before there was JSON. */
  answersInPairs: boolean;
  /** The command that deletes DNS records says that it did, and does nothing. */
  deletesLie: boolean;
  /** Certificates are taken with thanks, shown when asked for and served nowhere; and every credential is good. */
  isCareless: boolean;
  /** What `/api/domain-tls` says of every certificate that is put there. */
  refusesCertificates: string | undefined;
};

export const usualHabits = (): Habits => ({
  edition: "current",
  answersInPairs: false,
  deletesLie: false,
  isCareless: false,
  refusesCertificates: undefined,
});
