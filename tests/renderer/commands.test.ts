// Every command of the list is done by somebody, every key shown beside a button is the key of a command, and none is written down twice.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../../shared/core/command-list.ts';

const renderer = join(import.meta.dirname, '..', '..', 'renderer');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(renderer, path), 'utf8') }));

it('every command is registered by a view or by the frame', () => {
  const registering = sources.filter(({ text }) => text.includes('useCommandHandler(')).map(({ text }) => text).join('\n');
  expect(commands.map(({ id }) => id).filter((id) => !registering.includes(`'${id}'`))).toEqual([]);
});

it('no view writes down a key that the analyst may have changed: buttons and menus name the command', () => {
  const listed = new Set(commands.flatMap(({ keys }) => (keys ?? []).filter((each) => /^(?:CmdOrCtrl|Alt|Shift)\+|^[A-Z]$/.test(each))));
  const written = sources.flatMap(({ path, text }) => [...text.matchAll(/\bkeys(?:=|: )["']([^"']+)["']/g)].filter(([, keys = '']) => listed.has(keys)).map(([found]) => `${path}: ${found}`));
  // Keys that a field, a row of a list or a tree has by itself; no command has them there.
  const own = ['views/briefs/cited-text.tsx', 'views/codebook/codebook-tree.tsx', 'views/briefs/block-list.tsx', 'components/shell/fixed-keys.ts'];
  expect(written.filter((each) => !own.some((path) => each.startsWith(path)))).toEqual([]);
});
