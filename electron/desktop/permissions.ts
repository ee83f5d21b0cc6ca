import type { Session } from 'electron';
import { isAppUrl } from './origin.ts';

/** All that a page may do beyond showing itself: put text on the clipboard after a key press, and fill the screen. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Denies everything else, when it is asked for and when it is looked up; devices and screen capture always. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(allowed.has(permission) && details.isMainFrame && isAppUrl(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, details) => allowed.has(permission) && details.isMainFrame && isAppUrl(requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
}
