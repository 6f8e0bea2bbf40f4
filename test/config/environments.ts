import { readConfig, type Config, type ConfigResult } from '../../src/config.js';

export type Environment = Readonly<Record<string, string>>;

/** Reads a configuration; of files there are those given, by their paths. */
export function read(environment: Environment, files: Environment = {}): ConfigResult {
  return readConfig(environment, (path) => files[path] ?? null);
}

export function faultsOf(environment: Environment): readonly string[] {
  const result = read(environment);
  return result.kind === 'faults' ? result.faults : [];
}

/** @throws Error with the faults. */
export function configFrom(environment: Environment, files: Environment = {}): Config {
  const result = read(environment, files);
  if (result.kind === 'faults') throw new Error(result.faults.join('\n'));
  return result.config;
}

/** All that a registered bot needs. */
export const registered = {
  BOT_ID: 'bot',
  BOT_PASSWORD: 'top-secret',
  BOT_TENANT_ID: 'home-tenant',
  ADMINS: 'first-admin',
  COSMOS_ENDPOINT: 'https://account.documents.azure.com:443/',
  PARTNER_CENTER: 'off',
} satisfies Environment;

/** The same but for some variables. */
export function registeredWithout(...names: (keyof typeof registered)[]): Environment {
  return Object.fromEntries(
    Object.entries(registered).filter(([name]) => !names.some((left) => left === name)),
  );
}
