/** The full, secure origin that stands in for app://rost in a plain Chromium. */
const standIn = 'https://rost.app-scheme.test';
const own = 'app://rost';

/** An address of the page as main would see it. */
export function toApp(url: string): string {
  return url === standIn || url.startsWith(`${standIn}/`) ? own + url.slice(standIn.length) : url;
}

/** An address that main gave, as Chromium can load it. */
export function toPage(url: string): string {
  return url === own || url.startsWith(`${own}/`) ? standIn + url.slice(own.length) : url;
}

/** Whether a pattern of webRequest's ("file://*\/*") fits an address. */
export function fits(pattern: string, url: string): boolean {
  const text = pattern.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${text}$`, 'u').test(url);
}
