// Where a workspace lies on each operating system.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasDisplay } from '../../shared/hosts/browser.ts';
import { resourcesDirectory, workspaceDirectory } from '../../shared/hosts/places.ts';

describe('the workspace', () => {
  it.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', {}, '/accounts/ada/.local/share/annals'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/annals'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/accounts/ada/.local/share/annals'],
    ['linux', { XDG_DATA_HOME: '' }, '/accounts/ada/.local/share/annals'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/accounts/ada/Library/Application Support/Annals'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Annals'],
    ['win32', {}, '/accounts/ada/AppData/Roaming/Annals'],
  ])('on %s with %j is %s', (platform, environment, expected) => {
    expect(workspaceDirectory(environment, platform, '/accounts/ada')).toBe(join(expected));
  });

  it('is where ANNALS_HOME says, on every system', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) expect(workspaceDirectory({ ANNALS_HOME: 'my place', XDG_DATA_HOME: '/data', APPDATA: '/roaming' }, platform, '/accounts/ada')).toBe(resolve('my place'));
  });
});

it('the resources of the program are there', () => {
  expect(existsSync(resourcesDirectory)).toBe(true);
});

it('a display is known from the session', () => {
  expect(hasDisplay({}, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
  expect(hasDisplay({}, 'darwin')).toBe(true);
  expect(hasDisplay({}, 'win32')).toBe(true);
});
