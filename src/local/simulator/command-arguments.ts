import { parseArgs } from 'node:util';
import { faultNamed } from './faults/all.js';
import { scenarioNamed } from './scenarios/all.js';
import type { SimulatorOptions } from './start-simulator.js';

export type Command =
  | { readonly kind: 'help' }
  /** One sentence on what is wrong. */
  | { readonly kind: 'wrong'; readonly message: string }
  | {
      readonly kind: 'start';
      /** Null: a folder of its own, gone at the end. */
      readonly dataDir: string | null;
      readonly options: Omit<SimulatorOptions, 'dataDir'> & { readonly scenario: string };
    };

const known = {
  port: { type: 'string', default: '4010' },
  pace: { type: 'string', default: '1' },
  offers: { type: 'string' },
  data: { type: 'string' },
  fault: { type: 'string', multiple: true },
  manual: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What the arguments ask for, the names of scenario and faults checked. */
export function readArguments(given: readonly string[]): Command {
  try {
    return read(given);
  } catch (error) {
    return { kind: 'wrong', message: sentenceOf(error) };
  }
}

/** Node's own sentences are about one option; which ones there are is added to them. */
function sentenceOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  if (code === undefined) return message;
  const [first = ''] = message.split(/\.?\n|\. To specify/u);
  const options = Object.keys(known).map((each) => `--${each}`);
  return `${first}. The options are ${options.join(', ')}.`;
}

function read(given: readonly string[]): Command {
  const { values, positionals } = parseArgs({ args: [...given], options: known, allowPositionals: true });
  if (values.help) return { kind: 'help' };
  const [scenario = 'demo', ...rest] = positionals;
  if (rest.length > 0) throw new Error(`One scenario at a time: ${positionals.join(', ')} are several.`);
  scenarioNamed(scenario);
  const faults = values.fault ?? [];
  for (const name of faults) faultNamed(name);
  if (values.offers !== undefined && scenario !== 'many') {
    throw new Error(`--offers goes with the scenario many, not with ${scenario}.`);
  }
  return {
    kind: 'start',
    dataDir: values.data ?? null,
    options: {
      scenario,
      faults,
      manual: values.manual,
      port: whole('--port', values.port, 0, 65_535),
      pace: pace(values.pace),
      ...(values.offers !== undefined && { offers: whole('--offers', values.offers, 1, 9_999) }),
    },
  };
}

function whole(option: string, text: string, least: number, most: number): number {
  const value = /^\d{1,6}$/u.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`${option} takes a whole number from ${least} to ${most}, not ${text}.`);
}

function pace(text: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (value > 0 && value <= 100_000) return value;
  throw new Error(`--pace takes a number above 0 by which every duration is multiplied, not ${text}.`);
}
