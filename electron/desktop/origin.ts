/** The scheme and host of the program's own page; the only place that is ever loaded. */
export const appScheme = 'app';
const appHost = 'rost';
export const appOrigin = `${appScheme}://${appHost}`;

/**
 * Whether an address is the program's own. Scheme and host are compared as parsed, whole and exactly: "app://rost.example",
 * "app://user@rost" and "app://rost:1" are all somewhere else, and so is anything that does not parse.
 */
export function isAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, username, password } = new URL(text);
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === '';
}
