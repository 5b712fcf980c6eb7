// What the page may load and connect to: itself, and the application. The same words for the browser and the desktop window.

/** Of the style sheet of an exported brief: a frame that shows one inherits this policy. A test keeps it equal. */
export const briefStyleHash = 'sha256-jyiYBcA7U+trinkMWsLmeUA0YvrBcGfcNM9Ti6eDZXQ=';

/** `application` is the WebSocket address of the application ("ws://127.0.0.1:4711"); null where the page has a port instead. */
export function contentSecurityPolicy(application: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${briefStyleHash}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    // The reader of PDF pages works in a worker of its own.
    "worker-src 'self'",
    `connect-src 'self'${application ? ` ${application}` : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
