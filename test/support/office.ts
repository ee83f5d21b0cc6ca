import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The part of LibreOffice that opens a kind of document. */
const parts = { writer: 'libswlo', calc: 'libsclo', impress: 'libsdlo' } as const;

/** Why document tests are left out, or null when they must run: where LibreOffice has the part, and always where CI says so. */
export function officeSkip(part: keyof typeof parts): string | null {
  if (process.env['CI'] === 'true') return null;
  const folders = ['/usr/lib/libreoffice/program', '/usr/lib64/libreoffice/program', '/opt/libreoffice/program'];
  return folders.some((folder) => existsSync(join(folder, `${parts[part]}.so`))) ? null : `LibreOffice's ${part} is not installed`;
}

/** Opens a document in LibreOffice and gives it back in another form ("txt:Text", "pdf", "csv", "html"). */
export function convert(bytes: Uint8Array, name: string, to: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'rost-office-'));
  try {
    writeFileSync(join(folder, name), bytes);
    // A profile of its own: two conversions at a time would otherwise wait for each other.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', join(folder, 'out'), join(folder, name)],
      {
        stdio: 'ignore',
        timeout: 120_000,
      },
    );
    const made = readdirSync(join(folder, 'out'))[0];
    if (made === undefined) throw new Error('LibreOffice gave no file');
    return readFileSync(join(folder, 'out', made));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
