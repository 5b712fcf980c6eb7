// Visits the web host as a browser does, or as something else does that has no business there: every header can be set.

import { request } from 'node:http';
import { WebSocket } from 'ws';
import type { WebHost } from '../../shared/hosts/web.ts';

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };
export type Visit = { path?: string; method?: string; headers?: Record<string, string | undefined>; body?: string };

/** One HTTP request to the loopback; the path goes out as it is written, the Host header as given. */
export function visit(host: Pick<WebHost, 'port'>, { path = '/', method = 'GET', headers = {}, body }: Visit = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = Object.fromEntries(Object.entries({ host: `127.0.0.1:${host.port}`, ...headers }).filter((entry): entry is [string, string] => entry[1] !== undefined));
    const outgoing = request({ host: '127.0.0.1', port: host.port, path, method, headers: sent, agent: false }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The cookie that the address with its token gives. */
export async function cookieOf(host: WebHost): Promise<string> {
  const { headers } = await visit(host, { path: new URL(host.url).search === '' ? '/' : `/${new URL(host.url).search}` });
  const [cookie = ''] = headers['set-cookie'] ?? [];
  return cookie.split(';')[0] ?? '';
}

/** A connected WebSocket, as the page opens it. */
export async function openSocket(host: WebHost): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, { headers: { cookie: await cookieOf(host), origin: `http://127.0.0.1:${host.port}` } });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  return socket;
}

/** The HTTP status with which a WebSocket is refused; 101 when it is let in. */
export function knock(host: WebHost, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.once('error', (error) => {
      if (!/closed before the connection/.test(error.message)) reject(error);
    });
  });
}
