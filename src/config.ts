import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contradictionsOf } from './config/contradictions.js';
import type { Given } from './config/defaults.js';
import { readEnvironmentFiles, withoutEmpty, type Environment, type ReadFile } from './config/files.js';
import { configOf } from './config/mapping.js';
import type { Config } from './config/shape.js';
import { variables } from './config/variables.js';

export type { Config } from './config/shape.js';

/** Everything that is wrong at once, one line each: the variable, what is wrong with it, and how to mend it. */
export type ConfigResult =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

/**
 * The configuration in `environment`, which wins over the files of `OFFERWATCH_ENV`.
 * @param readFile reads a file by its path under the package's own folder.
 */
export function readConfig(
  environment: Environment = process.env,
  readFile: ReadFile = readPackageFile,
): ConfigResult {
  const own = withoutEmpty(environment);
  const files = readEnvironmentFiles(own['OFFERWATCH_ENV'], readFile);
  const settings = files.kind === 'settings' ? { ...files.settings, ...own } : own;
  const { given, faults } = parse(settings);
  const faulty = new Set(faults.keys());
  // What a faulty variable would have meant is unknown, so nothing is said of its bearing on others; where
  // whole files are missing, nothing at all.
  const contradictions =
    files.kind === 'fault'
      ? []
      : contradictionsOf(given).filter(({ about }) => !about.some((name) => faulty.has(name)));
  const lines = [
    ...(files.kind === 'fault' ? [files.fault] : []),
    ...[...faults].map(([name, words]) => `${name}: ${words}`),
    ...contradictions.map(({ about: [name], words }) => `${name}: ${words}`),
  ];
  return lines.length > 0 ? { kind: 'faults', faults: lines } : { kind: 'config', config: configOf(given) };
}

/** What a child process needs to run at all, on the systems there are. */
export function inheritedEnvironment(environment: Environment = process.env): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'USERPROFILE', 'SystemRoot', 'TEMP', 'TMP'];
  return Object.fromEntries(kept.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}

/** Each variable by itself; a faulty one counts as unset, and has one fault however much is wrong with it. */
function parse(settings: Environment): { given: Given; faults: ReadonlyMap<string, string> } {
  const names = Object.keys(settings);
  const parsed = variables.safeParse(settings);
  if (parsed.success) return { given: { set: parsed.data, names }, faults: new Map() };
  const faults = new Map<string, string>();
  for (const { path, message } of parsed.error.issues) {
    const name = path.join('.');
    if (!faults.has(name)) faults.set(name, message);
  }
  const sound = Object.fromEntries(Object.entries(settings).filter(([name]) => !faults.has(name)));
  return { given: { set: variables.parse(sound), names }, faults };
}

function readPackageFile(path: string): string | null {
  try {
    return readFileSync(join(__dirname, '..', path), 'utf8');
  } catch {
    return null;
  }
}
