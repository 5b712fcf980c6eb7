// Finds the file of the screen that an address asks for. It never leaves its folder and never lists one.

import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export type ScreenFile = { bytes: Buffer; type: string; isPage: boolean };

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The file for a path as it stands in the request ("/assets/index.js", still percent encoded), or null when there is none.
 * A path without extension is a view of the screen and answers index.html.
 */
export async function findScreenFile(directory: string, requestPath: string): Promise<ScreenFile | null> {
  const path = decodePath(requestPath);
  if (path === null) return null;
  const isPage = extname(path) === '';
  const file = isPage ? 'index.html' : path.slice(1);
  try {
    const root = await realpath(directory);
    const found = await realpath(join(root, file));
    // Also after links were followed.
    if (!found.startsWith(root + sep)) return null;
    return { bytes: await readFile(found), type: types[extname(found).toLowerCase()] ?? 'application/octet-stream', isPage };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Decoded once; null for what no page of ours would ask for. */
function decodePath(requestPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(requestPath);
  } catch {
    return null;
  }
  const foreign = !path.startsWith('/') || path.includes('\0') || path.includes('\\') || path.includes(':') || path.split('/').some((part) => part === '..' || part === '.');
  return foreign ? null : path;
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG' || code === 'EINVAL';
}
