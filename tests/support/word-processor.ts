// LibreOffice, where it is installed: a real program to write documents that our readers read. Tests skip without it.

import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './folder.ts';

export const wordProcessorPresent = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;

/** A web page written again as another kind of document; "odt" and "rtf" need the text program only. */
export function convertedPage(html: string, extension: 'odt' | 'rtf'): Uint8Array {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'page.html'), html);
  const run = (filter: string, file: string, ...more: string[]) =>
    execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', filter, '--outdir', folder, ...more, join(folder, file)], { stdio: 'ignore', timeout: 120_000 });
  run('odt:writer8', 'page.html', '--infilter=HTML (StarWriter)');
  if (extension === 'rtf') run('rtf:Rich Text Format', 'page.odt');
  return new Uint8Array(readFileSync(join(folder, `page.${extension}`)));
}

export const samplePage =
  '<html><head><title>Sample</title></head><body><h1>Chapter one</h1><p>Some <b>bold</b> and <i>slanted</i> text é ü 中文 Ж.</p><ol><li>first<ul><li>inner</li></ul></li><li>second</li></ol><table border="1"><tr><td>Year</td><td>Count</td></tr><tr><td>2019</td><td>12</td></tr></table><h2>Further</h2><p>See <a href="https://example.org/x">there</a>.</p></body></html>';

export const sampleShapes = ['heading1: Chapter one', 'paragraph: Some bold and slanted text é ü 中文 Ж.', 'list-item1 1: first', 'list-item2: inner', 'list-item1 2: second', 'table-row: Year\tCount', 'table-row: 2019\t12', 'heading2: Further', 'paragraph: See there.'];
