import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { makeCommands } from '../../src/adapters/teams/commands/index.js';
import type { Stories } from '../../src/adapters/teams/commands/command.js';

const folder = join(__dirname, '..', '..', 'appPackage');

interface Manifest {
  readonly bots: readonly {
    readonly commandLists: readonly { readonly commands: readonly { readonly title: string }[] }[];
  }[];
}

/** The manifest as it is packed: with the ids that the package is made for. */
function manifest(): Manifest {
  const text = readFileSync(join(folder, 'manifest.json'), 'utf8')
    .replaceAll('${{TEAMS_APP_ID}}', '00000000-0000-4000-8000-000000000001')
    .replaceAll('${{BOT_ID}}', '00000000-0000-4000-8000-000000000002');
  return JSON.parse(text) as Manifest;
}

/** Width and height of a PNG, from its header. */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(join(folder, file));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** Microsoft's schema of the manifest, from the package that brings it for all versions. */
function schemaOf(manifestVersion: string): ValidateFunction {
  const packageFile = require.resolve('@microsoft/app-manifest/package.json');
  const file = join(
    dirname(packageFile),
    `build/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
  );
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
}

describe('the Teams app package', () => {
  const fits = schemaOf('1.25');

  it("holds a manifest that Microsoft's schema accepts", () => {
    fits(manifest());
    expect(fits.errors).toBeNull();
  });

  it('would be refused were it wrong', () => {
    expect(fits({ ...manifest(), bots: [{ botId: 'none' }] })).toBe(false);
  });

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s has the size that Teams wants', (file, size) => {
    expect(sizeOf(file)).toEqual([size, size]);
  });

  it('offers only commands that the bot understands', () => {
    // The patterns and usages are all that is looked at: no story is started.
    const usages = makeCommands({} as Stories).map(({ usage }) => usage);
    const titles = manifest().bots.flatMap(({ commandLists }) =>
      commandLists.flatMap(({ commands }) => commands.map(({ title }) => title)),
    );
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => !usages.some((usage) => usage.startsWith(title)))).toEqual([]);
  });
});
