/**
 * The one style element that React Aria's press handling adds, by its hash; with it every style comes from our own files.
 * test/hosts/csp.test.ts fails when the library's text changes.
 */
export const pressableStyleHash = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

const directives: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': `'self' ${pressableStyleHash}`,
  'font-src': "'self'",
  'img-src': "'self' blob:",
  'connect-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** The content security policy, the same in both hosts. A WebSocket to the page's own origin is named, for older browsers. */
export function contentSecurityPolicy(socketOrigin: string | null): string {
  return Object.entries(directives)
    .map(([name, value]) => (name === 'connect-src' && socketOrigin !== null ? `${name} ${value} ${socketOrigin}` : `${name} ${value}`))
    .join('; ');
}

/** Headers of every response, whatever it holds. */
export function securityHeaders(socketOrigin: string | null): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(socketOrigin),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=()',
  };
}
