/** Loads when it is first asked and keeps what came; a load that failed is tried anew, for a file may be put right. */
export function keepLoaded<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
