import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the browser that comes from npm is kept once unpacked, and what it needs in its environment. */
export interface BundledBrowser {
  readonly folder: string;
  readonly executablePath: string;
  /** Its own libraries and fonts, so that it runs on bare machines and draws the same on all. */
  readonly env: { readonly LD_LIBRARY_PATH: string; readonly FONTCONFIG_FILE: string };
}

/** Nothing on systems for which the package holds no browser. */
export function bundledBrowser(): BundledBrowser | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../../package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = join(dirname(manifest), '../../.cache', `offerwatch-chromium-${version}`);
  return {
    folder,
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}
