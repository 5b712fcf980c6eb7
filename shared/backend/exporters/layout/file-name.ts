// A file name from a title that every file system takes and that holds no folder.

import { printable } from '../prose/characters.ts';

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Spaces of every kind and characters that hide or turn what follows; not the two joiners that emoji and Persian need. */
const invisible = /(?:(?![\u200c\u200d])[\p{C}\p{Z}])+/gu;

/** 80 characters leave room for a folder within the 255 bytes some file systems allow a name in a wide script. */
const longest = 80;

export function fileNameFor(title: string, extension: string): string {
  const words = printable(title)
    .replace(invisible, ' ')
    .replace(/ ?[:|] ?/gu, ' - ')
    .replace(/[/\\*?"<>\ufffd]+/gu, '-')
    .replace(/^[\s.-]+/u, '');
  const whole = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(words.slice(0, 4 * longest))];
  let name = '';
  for (const { segment } of whole) {
    if (name.length + segment.length > longest) break;
    name += segment;
  }
  name = name.replace(/[\s.-]+$/u, '');
  return `${name === '' || reserved.test(name) ? `brief${name && `-${name}`}` : name}.${extension}`;
}
