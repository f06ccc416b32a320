export type Toast = { tone: "success" | "error"; message: string; description?: string };

const waiting: Toast[] = [];
let wanted = false;
let show: ((toast: Toast) => void) | null = null;
let ask: (() => void) | null = null;

/** Between those who say toasts and the one place that shows them, which is loaded only where somebody may. */
export const toastQueue = {
  /** Toasts may come soon: the place for them is loaded ahead, so that it is there when the network is not. */
  want() {
    wanted = true;
    // Modules are read while React draws; it takes no news then.
    queueMicrotask(() => ask?.());
  },

  /** Shows it, now or as soon as its place is there. */
  push(toast: Toast) {
    if (show) return show(toast);
    waiting.push(toast);
    this.want();
  },

  /** `listener` is called when toasts are to be expected, at once where they are already. Answers how to stop. */
  onWanted(listener: () => void): () => void {
    ask = listener;
    if (wanted) listener();
    return () => void (ask = null);
  },

  /** Hands every toast to `showing`, those that waited first. Answers how to stop. */
  showWith(showing: (toast: Toast) => void): () => void {
    show = showing;
    for (const toast of waiting.splice(0)) showing(toast);
    return () => void (show = null);
  },
};
