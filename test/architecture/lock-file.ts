/** What is read of a package-lock.json. */
export interface LockFile {
  readonly packages: Readonly<
    Record<
      string,
      { readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }
    >
  >;
}

/**
 * What keeps a lock file from installing elsewhere: optional packages without an entry, which `npm ci` refuses, and
 * addresses of one registry.
 */
export function lockFileFaults({ packages }: LockFile): readonly string[] {
  const there = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  return Object.entries(packages).flatMap(([path, { resolved, optionalDependencies = {} }]) => [
    ...Object.keys(optionalDependencies)
      .filter((name) => !there.has(name))
      .map((name) => `${path} wants ${name}, which has no entry`),
    ...(resolved?.startsWith('http') ? [`${path} is resolved to an address`] : []),
  ]);
}
