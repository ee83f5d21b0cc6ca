import { protocol, type Session } from 'electron';
import { securityHeaders } from '../bridge/security-headers.ts';
import { appScheme, isAppUrl } from './origin.ts';

/** Addresses that no page of ours may ever ask for: the program uses no network and no file:// at all. */
const foreign = ['file://*/*', 'http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'];

/** Makes app:// a full origin, as https is. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers app://rost from the handler that both hosts share, and stops every other request. */
export function serveApp(session: Session, files: (request: Request) => Promise<Response>): void {
  session.protocol.handle(appScheme, async (request) =>
    isAppUrl(request.url) ? files(request) : new Response(null, { status: 404, headers: securityHeaders(null) }),
  );
  session.webRequest.onBeforeRequest({ urls: foreign }, (_details, decide) => decide({ cancel: true }));
}
