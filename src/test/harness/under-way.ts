const calls = new Set<Promise<unknown>>();

/** Counts a call of a test's as under way until it is answered, also where nobody waits for the answer any more. */
export function underWay<T>(call: Promise<T>): Promise<T> {
  const forget = () => void calls.delete(call);
  calls.add(call);
  call.then(forget, forget);
  return call;
}

/** Resolves when every call is answered, and those too that an answer led to. */
export async function allAnswered(): Promise<void> {
  do {
    await Promise.allSettled(calls);
    // What an answer leads to begins in a turn of its own.
    await new Promise((resolve) => setImmediate(resolve));
  } while (calls.size > 0);
}

/** `caller`, whose every call counts as under way. */
export function counted<T extends object>(caller: T): T {
  return new Proxy(caller, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      return value && (typeof value === "object" || typeof value === "function") ? counted(value) : value;
    },
    apply: (target, self, args) => {
      const answer: unknown = Reflect.apply(target as (...given: unknown[]) => unknown, self, args);
      return answer instanceof Promise ? underWay(answer) : answer;
    },
  });
}
