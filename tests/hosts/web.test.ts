// The door of the web host: who is let in, who is not, and what can be read. No request of these leaves the loopback.

import { symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { serveWeb, type WebHost } from '../../shared/hosts/web.ts';
import type { Served } from '../../shared/rpc/server.ts';
import { decode, encode } from '../../shared/rpc/wire.ts';
import { temporaryFolder } from '../support/folder.ts';
import { cookieOf, knock, openSocket, visit } from '../support/web-visitor.ts';

/** Answers what it is asked. */
const echo: Served = { callUnchecked: (method, input) => Promise.resolve({ method, input }), subscribe: () => () => {} };

/** A host over a small screen of ours, beside which lies a file that nobody may read. */
async function open(backend: Served = echo): Promise<WebHost & { folder: string; cookie: string }> {
  const folder = temporaryFolder();
  const rendererDirectory = join(folder, 'screen');
  mkdirSync(join(rendererDirectory, 'assets'), { recursive: true });
  writeFileSync(join(rendererDirectory, 'index.html'), '<!doctype html><title>Annals</title>');
  writeFileSync(join(rendererDirectory, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(rendererDirectory, 'assets', 'a b é.txt'), 'a name with spaces');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'secret'), 'secret');
  mkdirSync(join(folder, 'screen-of-another'));
  writeFileSync(join(folder, 'screen-of-another', 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(rendererDirectory, 'assets', 'link.txt'));
  const host = await serveWeb({ backend, rendererDirectory, port: 0, host: '127.0.0.1' });
  onTestFinished(() => host.close());
  return { ...host, folder, cookie: await cookieOf(host) };
}

const tokenIn = (url: string): string => new URL(url).searchParams.get('token') ?? '';

describe('the token', () => {
  it('lets a browser in and leaves the address bar', async () => {
    const host = await open();
    const first = await visit(host, { path: `/?token=${tokenIn(host.url)}` });
    expect(first).toMatchObject({ status: 303, headers: { location: '/' }, text: '' });
    const cookie = String(first.headers['set-cookie']);
    expect(cookie).toMatch(new RegExp(`^annals-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`));
    expect(cookie).not.toContain(tokenIn(host.url));
    expect(await visit(host, { headers: { cookie: host.cookie } })).toMatchObject({ status: 200, text: '<!doctype html><title>Annals</title>' });
  });

  it('is new at each start, and long', async () => {
    const [one, other] = [await open(), await open()];
    expect(tokenIn(one.url)).not.toBe(tokenIn(other.url));
    expect(tokenIn(one.url)).toMatch(/^[\w-]{43}$/);
    expect((await visit(other, { path: `/?token=${tokenIn(one.url)}` })).status).toBe(403);
    expect((await visit(other, { headers: { cookie: one.cookie } })).status).toBe(403);
  });

  it('that a program gets as an argument serves once', async () => {
    const host = await open();
    const path = `/?token=${tokenIn(host.urlForOneUse())}`;
    expect((await visit(host, { path })).status).toBe(303);
    expect((await visit(host, { path })).status).toBe(403);
    expect((await visit(host, { path: `/?token=${tokenIn(host.url)}` })).status).toBe(303);
  });

  it.each(['', 'wrong', 'x'.repeat(200), '%00', '%', '__proto__', '.*'])('%j is refused with a sentence', async (token) => {
    const host = await open();
    const { status, text, headers } = await visit(host, { path: `/?token=${token}` });
    expect(status).toBe(403);
    expect(text).toMatch(/^[A-Z].*\.\n$/);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('is needed for every file', async () => {
    const host = await open();
    for (const path of ['/', '/library', '/index.html', '/assets/index-abc.js', '/nothing.js']) expect((await visit(host, { path })).status, path).toBe(403);
    for (const cookie of [`annals-${host.port}=`, `annals-${host.port}=wrong`, 'annals=x', host.cookie.replace('annals-', 'annals-1'), `${host.cookie}x`]) {
      expect((await visit(host, { headers: { cookie } })).status, cookie).toBe(403);
    }
    expect((await visit(host, { headers: { cookie: `other=1; ${host.cookie}; more=2` } })).status).toBe(200);
  });
});

describe('another site', () => {
  it.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1.evil.example', '127.0.0.1', 'localhost', '[::1]', '0.0.0.0'])('that resolves to the loopback as “%s” is refused', async (name) => {
    const host = await open();
    for (const authority of [name, `${name}:${host.port}`].filter((each) => each !== `127.0.0.1:${host.port}` && each !== `localhost:${host.port}`)) {
      const { status, text } = await visit(host, { headers: { host: authority, cookie: host.cookie } });
      // Node itself refuses a request without a host.
      expect([400, 403], authority).toContain(status);
      expect(text).not.toContain('Annals</title>');
    }
  });

  it.each(['http://evil.example', 'null', 'https://127.0.0.1:PORT', 'http://127.0.0.1', 'http://127.0.0.1:1', 'http://localhost:PORT', 'http://127.0.0.1:PORT.evil.example', ''])('with the origin “%s” is refused, even with the cookie', async (pattern) => {
    const host = await open();
    const origin = pattern.replace('PORT', String(host.port));
    expect((await visit(host, { headers: { origin, cookie: host.cookie } })).status).toBe(403);
    expect(await knock(host, '/rpc', { origin, cookie: host.cookie })).toBe(403);
  });

  it('may not show the page in a frame, sniff types, learn the address or share the process', async () => {
    const host = await open();
    for (const headers of [{ cookie: host.cookie }, {}]) {
      expect((await visit(host, { headers })).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
    }
    const policy = String((await visit(host, { headers: { cookie: host.cookie } })).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe('what can be read', () => {
  it('is the screen: each view is index.html, built files never change', async () => {
    const host = await open();
    const read = (path: string) => visit(host, { path, headers: { cookie: host.cookie } });
    for (const path of ['/', '/library', '/read/01ab?at=10-20', '/compare?country=KAZ', '/assets', '/assets/']) expect(await read(path), path).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': expect.stringMatching(/no-store|immutable/) as string } });
    expect(await read('/assets/index-abc.js')).toMatchObject({ status: 200, text: 'export {};', headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'private, max-age=31536000, immutable' } });
    expect(await read('/assets/a%20b%20%C3%A9.txt')).toMatchObject({ status: 200, text: 'a name with spaces' });
    expect((await read('/favicon.ico')).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/.%2e/secret.txt',
    '//../secret.txt',
    '/../screen-of-another/secret.txt',
    '/assets/link.txt',
    '/assets/index-abc.js%00.txt',
    '/%',
    '/%c0%ae%c0%ae/secret.txt',
    '/file:///etc/passwd.txt',
    'http://evil.example/secret.txt',
    `/${'a/'.repeat(100)}x.txt`,
  ])('is nothing outside: %s', async (path) => {
    const host = await open();
    const { status, text } = await visit(host, { path, headers: { cookie: host.cookie } });
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toContain('secret\n');
    expect(text).not.toMatch(/^secret/);
  });

  it('never shows a file without extension from outside in place of a view', async () => {
    const host = await open();
    for (const path of ['/../secret', '/%2e%2e/secret', '/..%2fsecret']) expect((await visit(host, { path, headers: { cookie: host.cookie } })).text).not.toMatch(/^secret/);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('cannot be written: %s', async (method) => {
    const host = await open();
    expect(await visit(host, { method, headers: { cookie: host.cookie } })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect((await visit(host, { method, path: `/?token=${tokenIn(host.url)}` })).status).toBe(405);
  });

  it('has the same headers for HEAD and no body', async () => {
    const host = await open();
    expect(await visit(host, { method: 'HEAD', headers: { cookie: host.cookie } })).toMatchObject({ status: 200, text: '', headers: { 'content-length': '36' } });
  });

  it('is a sentence while the screen is not built', async () => {
    const host = await serveWeb({ backend: echo, rendererDirectory: join(temporaryFolder(), 'not-there'), port: 0, host: '127.0.0.1' });
    onTestFinished(() => host.close());
    expect(await visit(host, { headers: { cookie: await cookieOf(host) } })).toMatchObject({ status: 404, text: 'The screen is not built. Run "npm run build".\n' });
  });
});

describe('the connection', () => {
  const own = (host: WebHost & { cookie: string }) => ({ cookie: host.cookie, origin: `http://127.0.0.1:${host.port}` });

  it('needs cookie, origin, host and its own path', async () => {
    const host = await open();
    expect(await knock(host, '/rpc', own(host))).toBe(101);
    expect(await knock(host, '/rpc', { origin: own(host).origin })).toBe(403);
    expect(await knock(host, '/rpc', { cookie: own(host).cookie })).toBe(403);
    expect(await knock(host, '/rpc', { ...own(host), host: `evil.example:${host.port}` })).toBe(403);
    expect(await knock(host, `/rpc?token=${tokenIn(host.url)}`, { origin: own(host).origin })).toBe(403);
    expect(await knock(host, '/other', own(host))).toBe(404);
    expect(await knock(host, '/', own(host))).toBe(404);
  });

  it('ends when something comes that is no message, and the host goes on', async () => {
    const host = await open();
    for (const bad of ['text', new Uint8Array(0), new Uint8Array([255, 255, 255, 255, 1]), new Uint8Array([2, 0, 0, 0, 123, 34])]) {
      const socket = await openSocket(host);
      const code = new Promise((resolve) => socket.once('close', resolve));
      socket.send(bad);
      expect(await code).toBe(1003);
    }
    expect((await visit(host, { headers: { cookie: host.cookie } })).status).toBe(200);
  });

  it('survives a page that asks for much and reads nothing', async () => {
    let asked = 0;
    const megabyte = new Uint8Array(1024 * 1024);
    const host = await open({ callUnchecked: () => Promise.resolve({ asked: (asked += 1), megabyte }), subscribe: () => () => {} });
    const socket = await openSocket(host);
    const answered = new Promise<void>((resolve) => {
      let count = 0;
      socket.on('message', () => (count += 1) === 300 && resolve());
    });
    socket.pause();
    for (let id = 0; id < 300; id += 1) socket.send(encode({ id, method: 'documents.original', input: { id: 'x'.repeat(100_000) } }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    // The rest waits in the sender until the page reads: the host holds a few answers, not all of them.
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(300);
    socket.resume();
    await answered;
    expect(asked).toBe(300);
  });

  it('carries what it is asked and no more', async () => {
    const host = await open();
    const socket = await openSocket(host);
    const reply = new Promise<unknown>((resolve) => socket.once('message', (data: Buffer) => resolve(decode(new Uint8Array(data)))));
    socket.send(encode({ id: 1, method: 'any', input: { bytes: new Uint8Array([1, 2]) } }));
    expect(await reply).toEqual({ id: 1, value: { method: 'any', input: { bytes: new Uint8Array([1, 2]) } } });
  });
});

describe('the host', () => {
  it('listens on the loopback only', async () => {
    const host = await open();
    const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []).filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of others) {
      const reached = await new Promise((resolve) => {
        const socket = connect({ host: address, port: host.port }, () => resolve(true));
        socket.once('error', () => resolve(false));
        socket.setTimeout(2000, () => resolve(false));
        onTestFinished(() => void socket.destroy());
      });
      expect(reached, address).toBe(false);
    }
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/);
  });

  it('says so when its port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)));
    onTestFinished(() => void other.close());
    await expect(serveWeb({ backend: echo, rendererDirectory: '.', port, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'conflict', message: `Port ${port} is used by another program.` });
  });

  it('closes its connections and frees its port', async () => {
    const host = await open();
    const socket = await openSocket(host);
    const ended = new Promise((resolve) => socket.once('close', resolve));
    await host.close();
    await ended;
    await expect(visit(host)).rejects.toThrow(/ECONNREFUSED/);
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });
});
