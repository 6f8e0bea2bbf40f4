/** What a room may import; its own files always. */
export interface Room {
  /** Other rooms, whose values it may use. */
  readonly rooms: readonly string[];
  /** Other rooms of which it may know the types only. */
  readonly types?: readonly string[];
  /** Other rooms that it may load when they are needed, and not before. */
  readonly onDemand?: readonly string[];
  readonly packages?: readonly string[];
  readonly packageTypes?: readonly string[];
  /** Node.js' own modules; a pure room has none. */
  readonly node?: 'any' | readonly string[];
}

const everyAdapter = [
  'adapters/teams',
  'adapters/http',
  'adapters/cosmos',
  'adapters/partner-center',
  'adapters/marketplace',
  'adapters/content-hub',
  'adapters/outbound',
];

const source: Room = {
  rooms: ['domain', 'ports', 'adapters/outbound'],
  packages: ['zod', '@azure/identity'],
  node: 'any',
};

/** The rooms of `src` and which way their arrows may point. Whatever is not allowed here is forbidden. */
export const rooms: Readonly<Record<string, Room>> = {
  domain: { rooms: [], packages: ['luxon'] },
  ports: { rooms: ['domain'] },
  'use-cases': { rooms: ['domain', 'ports'], packages: ['fuse.js'] },
  cards: {
    rooms: ['domain'],
    packages: ['adaptivecards-templating'],
    node: ['node:fs', 'node:path'],
  },
  'adapters/teams': {
    rooms: ['domain', 'ports', 'cards'],
    types: ['use-cases'],
    packages: ['botbuilder', 'botframework-connector', 'zod'],
    node: 'any',
  },
  'adapters/http': {
    rooms: ['domain'],
    types: ['use-cases'],
    packages: ['restify', 'zod', 'standardwebhooks'],
    node: 'any',
  },
  'adapters/cosmos': {
    rooms: ['domain', 'ports'],
    packages: ['@azure/cosmos', '@azure/identity'],
    node: 'any',
  },
  'adapters/partner-center': source,
  'adapters/marketplace': source,
  'adapters/content-hub': source,
  'adapters/outbound': { rooms: [], packages: ['zod', 'cockatiel'], node: 'any' },
  'adapters/telemetry': { rooms: ['ports'], packages: ['@opentelemetry'], node: 'any' },
  config: { rooms: [], types: ['domain'], packages: ['zod'], node: 'any' },
  worker: { rooms: [] },
  logger: { rooms: [], packages: ['pino'] },
  // Processes of their own, and the emulator is for development only: nothing of the bot reaches into it.
  local: { rooms: [], packages: ['@vercel/cosmosdb-server', 'zod'], node: 'any' },
  app: {
    rooms: ['domain', 'ports', 'use-cases', 'cards', 'worker', ...everyAdapter],
    packageTypes: ['botbuilder', 'restify'],
  },
  process: {
    rooms: ['domain', 'ports', 'use-cases', 'cards', 'config', 'logger', 'worker', 'app', ...everyAdapter],
    types: ['local'],
    onDemand: ['local'],
    packageTypes: ['restify'],
    node: 'any',
  },
};

/** Rooms of several files that have no folder. */
const loose: Readonly<Record<string, string>> = {
  'main.ts': 'process',
  'service.ts': 'process',
  'sources.ts': 'process',
  'start-page.ts': 'process',
  'background.ts': 'app',
  'readers.ts': 'app',
  'store-ports.ts': 'ports',
};

/** The room in which a file stands, by its path under `src`; undefined: in none. */
export function roomOf(path: string): string | undefined {
  if (loose[path] !== undefined) return loose[path];
  const [first = '', second = ''] = path.replace(/\.ts$/, '').split('/');
  const name = first === 'adapters' ? `${first}/${second}` : first;
  return name !== 'process' && name in rooms ? name : undefined;
}
