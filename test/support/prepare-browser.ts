import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundledBrowser } from './bundled-browser';

/** Unpacks the browser once for all workers and all later runs. Does nothing where an installed one is used. */
export async function prepareBrowser(): Promise<void> {
  const bundled = bundledBrowser();
  if (!bundled) return;
  if (!existsSync(bundled.folder)) await unpackInto(bundled.folder);
  await addSymbols(bundled.folder);
  await writeFontsConf(bundled.folder);
}

/** The browser's own font has letters alone; of the second one only these two files, for its others draw ○ filled. */
async function addSymbols(folder: string): Promise<void> {
  const fonts = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
  for (const file of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'])
    await copyFile(join(fonts, file), join(folder, 'fonts', file));
}

/** Two runs may unpack at once: each does so in a folder of its own, and the first rename wins. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const scratch = await mkdtemp(`${folder}.`);
  try {
    await unpack(scratch);
    await rename(scratch, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * The package unpacks into the system's temporary folder, where it takes any `chromium` it finds for its own, and
 * leaves its libraries packed unless it believes to be in a build of Amazon's.
 */
async function unpack(scratch: string): Promise<void> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: scratch, CODEBUILD_BUILD_IMAGE: 'nodejs20' });
  try {
    await chromium.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'CODEBUILD_BUILD_IMAGE']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** Written each time, because it holds the absolute path and the folder may have been moved with its project. */
async function writeFontsConf(folder: string): Promise<void> {
  const scratch = join(folder, `fonts.conf.${process.pid}`);
  await writeFile(
    scratch,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  await rename(scratch, join(folder, 'fonts.conf'));
}
