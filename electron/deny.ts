// What a page may not do: leave, open windows, ask for devices, reach the network. Set for every page of the program.

import type { Session, WebContents } from 'electron';
import { isAppAddress } from './app-protocol.ts';

/** The permissions a page of ours has; all others are refused. */
const allowedPermissions: ReadonlyMap<string, string> = new Map([['clipboard-sanitized-write', 'copying a citation or the address of a view']]);

/** `isOwnAddress`: the addresses this session may load at all; everything else fails before a connection is made. */
export function restrictSession(session: Session, isOwnAddress: (address: string) => boolean): void {
  const allows = (permission: string, address: string): boolean => allowedPermissions.has(permission) && isAppAddress(address);
  session.setPermissionRequestHandler((_contents, permission, callback, details) => callback(allows(permission, details.requestingUrl)));
  session.setPermissionCheckHandler((_contents, permission, origin) => allows(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isOwnAddress(details.url) }));
  // Exports leave the page as blobs, and the system's dialog asks where to; a page has nothing else to download.
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) event.preventDefault();
  });
}

/** `onOutsideLink`: a page wanted to open this address in a window of its own. */
export function restrictContents(contents: WebContents, onOutsideLink: (address: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    onOutsideLink(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    // Reloading is a navigation too.
    if (!isAppAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    // The preview of a brief is a frame whose page is part of ours (srcdoc).
    if (!isAppAddress(event.url) && event.url !== 'about:srcdoc') event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** What the screen may load: its own files, and bytes it has made or been given. DevTools has files of its own. */
export function isScreenAddress(address: string): boolean {
  return isAppAddress(address) || isOwnBlob(address) || address.startsWith('data:') || address.startsWith('devtools:');
}

function isOwnBlob(address: string): boolean {
  return address.startsWith('blob:') && isAppAddress(address.slice('blob:'.length));
}
