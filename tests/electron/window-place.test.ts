import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recallPlace, rememberPlace } from '../../electron/window-place.ts';
import { temporaryFolder } from '../support/folder.ts';

const screens = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
];
const unset = { bounds: { width: 1440, height: 900 }, maximized: false };

describe('the place of the window', () => {
  it('is kept between two starts', () => {
    const file = join(temporaryFolder(), 'window.json');
    expect(recallPlace(file, screens)).toEqual(unset);
    const place = { bounds: { x: 2000, y: 40, width: 1100, height: 800 }, maximized: true };
    rememberPlace(file, place);
    expect(recallPlace(file, screens)).toEqual(place);
  });

  it('is given up when the screen it was on is gone', () => {
    const file = join(temporaryFolder(), 'window.json');
    rememberPlace(file, { bounds: { x: 2000, y: 40, width: 1100, height: 800 }, maximized: false });
    expect(recallPlace(file, screens.slice(0, 1))).toEqual(unset);
    rememberPlace(file, { bounds: { x: 1900, y: 0, width: 1100, height: 800 }, maximized: false });
    expect(recallPlace(file, screens.slice(0, 1))).toEqual(unset);
  });

  it.each(['', '{', 'null', '[]', '{"bounds":{}}', '{"bounds":{"x":"0","y":0,"width":10,"height":10}}', '{"bounds":{"x":0,"y":0,"width":0,"height":10}}', '{"bounds":{"x":1e300,"y":0,"width":10,"height":10}}', '{"bounds":{"x":0.5,"y":0,"width":10,"height":10}}'])(
    'is the usual one when the file is damaged: %s',
    (text) => {
      const file = join(temporaryFolder(), 'window.json');
      writeFileSync(file, text);
      expect(recallPlace(file, screens)).toEqual(unset);
    },
  );

  it('does not keep the window from closing when it cannot be written', () => {
    expect(() => rememberPlace(join(temporaryFolder(), 'no', 'such', 'folder', 'window.json'), { bounds: { x: 0, y: 0, width: 1, height: 1 }, maximized: false })).not.toThrow();
  });
});
