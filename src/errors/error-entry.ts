export interface ErrorEntry {
  /** HTTP status when it surfaces in the API. */
  status: number;
  title: string;
  /** What the caller can do. */
  advice: string;
}
