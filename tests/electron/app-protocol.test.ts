import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer, isAppAddress } from '../../electron/app-protocol.ts';
import { temporaryFolder } from '../support/folder.ts';

/** A built screen, with a file beside it that belongs to nobody's page. */
function screen(): string {
  const folder = temporaryFolder();
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<title>Annals</title>');
  writeFileSync(join(root, 'assets', 'index-1a2b.js'), 'export {};');
  writeFileSync(join(root, 'assets', 'with space.css'), 'a{}');
  writeFileSync(join(folder, 'secret.txt'), 'not for pages');
  writeFileSync(join(folder, 'renderer-other.html'), 'not for pages');
  return root;
}

const ask = (root: string, address: string, method = 'GET'): Promise<Response> => answer(root, new Request(address, { method }));

describe('the screen under app://annals/', () => {
  it('serves the page and its files with their types', async () => {
    const root = screen();
    const page = await ask(root, 'app://annals/');
    expect(await page.text()).toBe('<title>Annals</title>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const script = await ask(root, 'app://annals/assets/index-1a2b.js');
    expect(await script.text()).toBe('export {};');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await ask(root, 'app://annals/assets/with%20space.css')).status).toBe(200);
  });

  it('answers an unknown view with the page, so that the address of a view can be reopened', async () => {
    const root = screen();
    for (const view of ['library', 'read/01890?at=10-20', 'compare?country=KAZ&documents=a,b', 'no/such/view']) {
      expect(await (await ask(root, `app://annals/${view}`)).text()).toBe('<title>Annals</title>');
    }
  });

  it('says that a file is not there instead of answering the page in its place', async () => {
    const root = screen();
    expect((await ask(root, 'app://annals/assets/gone.js')).status).toBe(404);
    expect((await ask(root, 'app://annals/favicon.ico')).status).toBe(404);
    expect((await ask(root, `app://annals/${'a'.repeat(5000)}.js`)).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..%2frenderer-other.html',
    '/%252e%252e/secret.txt',
    '//secret.txt',
    '/./../secret.txt',
    '/index.html%00.txt',
    '/c:%5csecret.txt',
    '/%E0%A4%A.txt',
  ])('reaches nothing outside its folder by %s', async (path) => {
    const response = await ask(screen(), `app://annals${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('not for pages');
  });

  it('answers its own host only, and reading only', async () => {
    const root = screen();
    expect((await ask(root, 'app://print/1')).status).toBe(404);
    expect((await ask(root, 'app://annals.example/')).status).toBe(404);
    expect((await ask(root, 'app://annals/', 'POST')).status).toBe(405);
    const head = await ask(root, 'app://annals/', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('sends a content policy with every answer that allows nothing from elsewhere', async () => {
    const root = screen();
    for (const address of ['app://annals/', 'app://annals/assets/index-1a2b.js', 'app://annals/gone.js', 'app://other/']) {
      const { headers } = await ask(root, address);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('an address of our own', () => {
  it('is told from one that only looks like it', () => {
    expect(isAppAddress('app://annals/library?x#y')).toBe(true);
    const foreign = ['', 'app:annals', 'app://annals.evil/', 'app://evil/annals', 'app://user@evil/', 'https://annals/', 'file:///annals', 'xapp://annals/', 'javascript:app://annals/', 'blob:app://annals/1'];
    for (const address of foreign) expect(isAppAddress(address), address).toBe(false);
  });
});
