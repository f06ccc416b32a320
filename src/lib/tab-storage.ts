/**
 * The tab's own notes: they outlive a reload and a trip to the sign-in page, not the tab. A browser that
 * refuses storage keeps nothing, and nothing breaks.
 */
export const tabStorage = {
  read(key: string): unknown {
    try {
      const text = window.sessionStorage.getItem(key);
      return text === null ? null : JSON.parse(text);
    } catch {
      return null;
    }
  },
  write(key: string, value: unknown): void {
    try {
      if (value === null) window.sessionStorage.removeItem(key);
      else window.sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Private windows may refuse.
    }
  },
};
