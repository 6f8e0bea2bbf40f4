import { basename } from 'node:path';

const named = /`([^`\s]+)`/g;
const looksLikePath = /^(?:(?:src|test|cards|env|infra|bench|appPackage|docs)\/)?[\w.-]+(?:\/[\w.-]+)*$/;
const topFolders = /^(?:src|test|cards|env|infra|bench|appPackage|docs)(?:\/|$)/;
const endsLikeFile = /\.(?:ts|js|cjs|json|yml|md|bicep|example)$/;

/**
 * What a page names and the repository does not hold. A path stands from the top; a bare file name is any file of
 * that name.
 * @param paths every file and folder, from the top.
 */
export function deadPaths(page: string, paths: ReadonlySet<string>): readonly string[] {
  const names = new Set([...paths].map((path) => basename(path)));
  return [...page.matchAll(named)].flatMap(([, token = '']) => {
    if (!looksLikePath.test(token)) return [];
    if (topFolders.test(token)) return paths.has(token) ? [] : [token];
    if (!endsLikeFile.test(token)) return [];
    return (token.includes('/') ? paths.has(token) : names.has(token)) ? [] : [token];
  });
}

/** Folders that the page does not name as `src/<folder>`, nor anything under them. */
export function unnamedFolders(page: string, folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !new RegExp(`\`src/${folder}[\`/]`).test(page));
}
