import { parseEnv } from 'node:util';

/** Names and their values; an empty value counts as unset. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The text of a file, or null when it cannot be read. */
export type ReadFile = (path: string) => string | null;

export type FilesResult =
  | { readonly kind: 'settings'; readonly settings: Environment }
  | { readonly kind: 'fault'; readonly fault: string };

const plainName = /^[\w-]+$/;

/** What the files of an environment say. Secrets stand in the `.user` file, which git ignores; it wins. */
export function readEnvironmentFiles(name: string | undefined, readFile: ReadFile): FilesResult {
  if (name === undefined) return { kind: 'settings', settings: {} };
  // The name becomes part of a path, and is to lead nowhere but into env/.
  if (!plainName.test(name))
    return fault('is no name of an environment; set it to letters, digits, - and _, as in env/.env.<name>');
  const texts = [`env/.env.${name}`, `env/.env.${name}.user`]
    .map(readFile)
    .filter((text): text is string => text !== null);
  if (texts.length === 0)
    return fault('names a file under env/ that cannot be read; make it or leave it out');
  const each = texts.map((text) => withoutEmpty(parseEnv(text)));
  return { kind: 'settings', settings: Object.assign({}, ...each) as Environment };
}

export function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
}

function fault(words: string): FilesResult {
  return { kind: 'fault', fault: `OFFERWATCH_ENV: ${words}` };
}
