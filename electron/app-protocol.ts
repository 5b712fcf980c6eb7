// Serves the built screen under app://annals/ with a strict content policy. It reaches no file outside the given folder.

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { CustomScheme, Session } from 'electron';
import { contentSecurityPolicy } from '../shared/core/content-policy.ts';

/** Why a scheme of our own: pages from file: addresses share one origin and may read each other's files. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  // standard: paths resolve and storage has an origin. secure: clipboard and workers. codeCache: a faster second start.
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

export const appOrigin = 'app://annals';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
};

export function serveScreen(session: Session, directory: string): void {
  session.protocol.handle(appScheme.scheme, (request) => answer(directory, request));
}

/** True for an address of our own screen. URL knows no origin for schemes of our own, hence the parts. */
export function isAppAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'app:' && url.host === 'annals';
}

/** A path without extension is a view of the screen and answers index.html. */
export async function answer(directory: string, request: Request): Promise<Response> {
  if (!isAppAddress(request.url)) return refuse(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const path = decodePath(new URL(request.url).pathname);
  if (path === null) return refuse(404);
  const file = extname(path) === '' ? '/index.html' : path;
  const bytes = await readScreenFile(join(directory, file));
  if (!bytes) return refuse(404);
  const headers = { ...commonHeaders, 'Content-Type': types[extname(file).toLowerCase()] ?? 'application/octet-stream' };
  return new Response(request.method === 'HEAD' ? null : bytes, { headers });
}

const commonHeaders = {
  'Content-Security-Policy': contentSecurityPolicy(null),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

function refuse(status: number): Response {
  return new Response(null, { status, headers: commonHeaders });
}

/** Decoded once; null for what no page of ours would ask for. */
function decodePath(pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const foreign = !path.startsWith('/') || /[\0\\:]/.test(path) || path.split('/').some((part) => part === '..' || part === '.');
  return foreign ? null : path;
}

async function readScreenFile(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG') return null;
    throw error;
  }
}
