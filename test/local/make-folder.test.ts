import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../src/local/make-folder.js';

describe('making a folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'offerwatch-folder-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('makes those above it too, and leaves one that is there', () => {
    const deep = join(root, 'a', 'b', 'c');
    makeFolder(deep);
    expect(existsSync(deep)).toBe(true);
    expect(() => makeFolder(deep)).not.toThrow();
  });

  it('throws where something above it is no folder', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => makeFolder(join(root, 'file', 'under'))).toThrow('ENOTDIR');
  });

  // Node.js' own recursive mkdir never returns here.
  const itOnLinux = process.platform === 'linux' ? it : it.skip;
  itOnLinux('throws where the system takes no folders', () => {
    expect(() => makeFolder('/proc/offerwatch/data')).toThrow('ENOENT');
  });
});
