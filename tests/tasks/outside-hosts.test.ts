// What is built asks nothing of another machine, and the check that says so would notice.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inText, outsideAddresses } from '../../shared/tasks/outside-hosts.ts';
import { root } from '../support/imports.ts';
import { temporaryFolder } from '../support/folder.ts';

const host = 'outside-of-annals.org';

describe('an address of another machine', () => {
  it.each([
    `fetch("https://${host}/a")`,
    'fetch(`https://' + host + '/a`)',
    `await import('https://${host}/a.js')`,
    `new WebSocket("wss://${host}")`,
    `new Worker('https://${host}/w.js')`,
    `importScripts("http://${host}/a.js")`,
    `request.open("GET", "https://${host}")`,
    `navigator.sendBeacon("https://${host}")`,
    `@import "https://${host}/a.css"`,
    `a { background: url(https://${host}/a.png) }`,
    `<script type="module" src="https://${host}/a.js">`,
    `<link rel="stylesheet" href="https://${host}/a.css">`,
    `<img alt="" src="https://${host}/a.png">`,
  ])('is found where it would be asked: %s', (text) => {
    expect(inText(text, 'file.js')).toMatchObject([{ host, reason: 'fetched' }]);
    expect(inText(text.replace(host, 'www.w3.org'), 'file.js')).toMatchObject([{ host: 'www.w3.org', reason: 'fetched' }]);
  });

  it('is found by its name alone until somebody has looked at it', () => {
    expect(inText(`const home = "https://${host}/docs"`, 'file.js')).toMatchObject([{ host, reason: 'unknown host' }]);
    expect(inText('xmlns="http://www.w3.org/2000/svg"', 'file.js')).toEqual([]);
    expect(inText('fetch("http://127.0.0.1:80/"); fetch("http://[::1]/"); fetch("https://app--bundle.localhost/")', 'file.js')).toEqual([]);
  });

  it('is found in every file below a folder', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets', 'a.css'), `@import "https://${host}/a.css"`);
    writeFileSync(join(folder, 'font.woff2'), `https://${host}`);
    expect(outsideAddresses(folder)).toMatchObject([{ file: join('assets', 'a.css'), host }]);
  });

  it.each(['renderer', 'main', 'preload'])('stands nowhere in out/%s', (part) => {
    expect(existsSync(join(root, 'out', part)), 'npm test builds it first').toBe(true);
    expect(outsideAddresses(join(root, 'out', part))).toEqual([]);
  });
});
