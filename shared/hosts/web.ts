// The web host: the screen and the application for a browser of this machine. Loopback only; every request and every
// connection must show that it belongs to this start. It opens no backend and no browser.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { contentSecurityPolicy } from '../core/content-policy.ts';
import { UserError } from '../core/user-error.ts';
import { serve, type Served } from '../rpc/server.ts';
import { maximumMessageBytes } from '../rpc/wire.ts';
import { access, type Access } from './web-access.ts';
import { socketChannel } from './web-channel.ts';
import { findScreenFile } from './web-files.ts';

export type WebHostOptions = {
  backend: Served;
  /** The built screen: index.html and what it loads. */
  rendererDirectory: string;
  /** 0 takes a free port. */
  port: number;
  /** Never anything but the loopback: what is served has no other protection than a token. */
  host: '127.0.0.1';
};

export type WebHost = {
  /** With its token: whoever has this address may use the application until it ends. */
  url: string;
  /** The same for one use, to be handed to a program that opens it. */
  urlForOneUse: () => string;
  port: number;
  close: () => Promise<void>;
};

/** Throws UserError('conflict') when the port is taken. */
export async function serveWeb(options: WebHostOptions): Promise<WebHost> {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maximumMessageBytes, perMessageDeflate: false });
  const port = await listen(server, options);
  const door = access(port);

  server.on('request', (request, response) => {
    answer(request, response, door, options.rendererDirectory, port).catch((error: unknown) => {
      console.error('Annals: a file of the screen could not be read.', error);
      if (!response.headersSent) say(response, 500, 'This page could not be read.');
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const status = refusal(request, door);
    if (status !== null) {
      refuse(socket, status);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => serve(options.backend, socketChannel(webSocket), 'page'));
  });

  return {
    url: door.address,
    urlForOneUse: () => door.addressForOneUse(),
    port,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function listen(server: ReturnType<typeof createServer>, { port, host }: WebHostOptions): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      reject(describeListenError(error, port));
    });
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

function describeListenError(error: Error & { code?: string }, port: number): Error {
  if (error.code === 'EADDRINUSE') return new UserError('conflict', `Port ${port} is used by another program.`, 'Choose another with --port, or leave it out to get a free one.');
  if (error.code === 'EACCES') return new UserError('not-allowed', `Port ${port} may not be used by this account.`, 'Choose one above 1023 with --port.');
  return error;
}

async function answer(request: IncomingMessage, response: ServerResponse, door: Access, directory: string, port: number): Promise<void> {
  setHeaders(response, port);
  const foreign = door.foreign(request);
  if (foreign) {
    say(response, 403, `This request comes from another ${foreign === 'host' ? 'address' : 'page'} and is not answered.`);
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    say(response, 405, 'Pages can only be read here.');
    return;
  }
  const { path, token } = readTarget(request.url ?? '/');
  if (path === '/' && token !== null) {
    if (!door.admits(token)) {
      say(response, 403, 'This address is from an earlier start of Annals. Open the one it printed last.');
      return;
    }
    response.setHeader('Set-Cookie', door.cookie);
    response.setHeader('Location', '/');
    say(response, 303, '');
    return;
  }
  if (!door.hasCookie(request)) {
    say(response, 403, 'Annals is here, but this browser has not been let in yet. Open the address with the token that Annals printed when it started.');
    return;
  }
  const file = await findScreenFile(directory, path);
  if (!file) {
    say(response, 404, path === '/' ? 'The screen is not built. Run "npm run build".' : 'There is no such page.');
    return;
  }
  // Built files carry a hash in their name and never change; the page that names them does.
  response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store');
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Length', file.bytes.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : file.bytes);
}

/** The status with which a WebSocket is refused, or null when it may connect. A browser always sends its origin. */
function refusal(request: IncomingMessage, door: Access): number | null {
  if (door.foreign(request) !== null || request.headers.origin === undefined || !door.hasCookie(request)) return 403;
  return readTarget(request.url ?? '').path === '/rpc' ? null : 404;
}

/** Path (still percent encoded) and token of a request target; the query is not part of a view's address here. */
function readTarget(target: string): { path: string; token: string | null } {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return { path, token: mark < 0 ? null : new URLSearchParams(target.slice(mark + 1)).get('token') };
}

function setHeaders(response: ServerResponse, port: number): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(`ws://127.0.0.1:${port} ws://localhost:${port}`));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  response.setHeader('Cache-Control', 'no-store');
}

function say(response: ServerResponse, status: number, sentence: string): void {
  const bytes = Buffer.from(sentence && `${sentence}\n`);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': bytes.length });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

function refuse(socket: Duplex, status: number): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status} ${status === 404 ? 'Not Found' : 'Forbidden'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
