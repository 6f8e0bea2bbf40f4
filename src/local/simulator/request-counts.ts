/** How often each route was called since the start, by method and name, refused and faulty calls too. */
export interface RequestCounts {
  add(method: string, route: string): void;
  all(): Readonly<Record<string, number>>;
  clear(): void;
}

export function createRequestCounts(): RequestCounts {
  const counts = new Map<string, number>();
  return {
    add: (method, route) => {
      const key = `${method} ${route}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    all: () => Object.fromEntries(counts),
    clear: () => counts.clear(),
  };
}
