import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A Chromium to test with: where it is and what it has to be started with. */
export interface FoundChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macPaths = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/**
 * Looks for a browser: ROST_CHROMIUM, then an installed Chromium, Chrome or Edge, then the one inside @sparticuz/chromium
 * (Linux x64). Null where there is none.
 */
export async function findChromium(): Promise<FoundChromium | null> {
  const given = process.env['ROST_CHROMIUM'];
  if (given !== undefined && given !== '') return { executablePath: given, args: plainArgs() };
  const installed = [
    ...(process.env['PATH'] ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name))),
    ...names.map((name) => `/usr/bin/${name}`),
    ...macPaths,
  ].find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, args: plainArgs() };
  return packaged();
}

/** Chromium refuses its own sandbox to root, who runs things in containers. */
function plainArgs(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

async function packaged(): Promise<FoundChromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    // Its own arguments switch web security off; none of them is needed here.
    return { executablePath: await chromium.executablePath(), args: plainArgs() };
  } catch {
    return null;
  }
}

/** Says why tests are left out; under CI a missing browser is a failure, never a skip. @throws Error under CI=true */
export function withoutChromium(suite: string): void {
  const reason = `${suite} left out: no Chromium found. Install one, or give its path in ROST_CHROMIUM.`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stderr.write(`${reason}\n`);
}
