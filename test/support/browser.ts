import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { existsSync } from 'node:fs';
import { bundledBrowser, type BundledBrowser } from './bundled-browser.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const ARGS = [
  '--no-sandbox',
  // What the browser looks up by itself is held back too, not only what its pages ask for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/** On Linux x64 the browser from npm, which `prepareBrowser` must have unpacked; elsewhere an installed one. */
export async function launchBrowser(): Promise<Browser> {
  const bundled = bundledBrowser();
  if (bundled) return launchBundled(bundled);
  return chromium
    .launch({ channel: 'chrome', args: ARGS })
    .catch(() => chromium.launch({ channel: 'msedge', args: ARGS }));
}

function launchBundled({ folder, executablePath, env }: BundledBrowser): Promise<Browser> {
  if (!existsSync(executablePath)) throw new Error(`no browser in ${folder}: run the tests through jest`);
  return chromium.launch({ executablePath, args: ARGS, env: { ...inherited(), ...env } });
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
}

/** A page in a context of its own that reaches loopback and nothing else. Close it by `page.context().close()`. */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1400, height: options.height ?? 1000 },
    deviceScaleFactor: options.scale ?? 1,
  });
  await keepOnLoopback(context);
  return context.newPage();
}

async function keepOnLoopback(context: BrowserContext): Promise<void> {
  await context.route(
    ({ protocol, hostname }) => protocol.startsWith('http') && !LOOPBACK.has(hostname),
    (route) => route.abort(),
  );
}
