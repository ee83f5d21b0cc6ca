import { execFileSync } from 'node:child_process';

/** Why tests that read PDF files are left out, or null when they must run: where poppler is, and always where CI says so. */
export function pdfSkip(): string | null {
  if (process.env['CI'] === 'true') return null;
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'pdftotext (poppler) is not installed';
  }
}

/** What a PDF says, as poppler reads it, page after page. */
export function pdfText(bytes: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], { input: bytes, encoding: 'utf8' });
}
