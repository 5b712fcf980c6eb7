// Plain text of every encoding and shape: passages as a reader sees them, nothing lost, nothing hung.

import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseText, textImporter } from '../../../shared/backend/importers/text.ts';
import { passages, shapes, unsoundness } from '../../support/parsed-document.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';
import { patience } from '../../support/patience.ts';

const read = (bytes: Uint8Array, name = 'note.txt') => textImporter.parse({ name, bytes });

describe('passages of plain text', () => {
  it('joins lines that were broken to a width and keeps paragraphs apart', () => {
    const document = parseText(
      'A title\n\nThe inspectors of the ministry visited twelve fields in the southern\nregions and wrote down what they saw there. Nobody was fined in that\nyear.\n\nIn the next year the visits were announced two weeks before, and the\nfields were empty.\n',
    );
    expect(passages(document)).toEqual([
      'A title',
      'The inspectors of the ministry visited twelve fields in the southern regions and wrote down what they saw there. Nobody was fined in that year.',
      'In the next year the visits were announced two weeks before, and the fields were empty.',
    ]);
    expect(document.blocks[0]?.kind).toBe('title');
    expect(unsoundness(document)).toEqual([]);
  });

  it('keeps short lines that were ended on purpose', () => {
    expect(passages(parseText('Kingdom of Samples\n\nGold\nGold\nChild Labor Icon\nForced Labor Icon\nKingdom of Samples\n2019 Findings of the Commission:\n'))).toHaveLength(7);
  });

  it('keeps the original lines as source', () => {
    expect(parseText('SUBJECT: A TEST\nREF: NONE\n').source).toBe('SUBJECT: A TEST\nREF: NONE\n');
  });

  it('knows numbered paragraphs, lists, headings, quotations, forms and tables by their shape', () => {
    const document = parseText(
      [
        'REPORT ON WORK', '', 'From: Ministry of Samples', 'Subject: Visits', '', 'I. GENERAL', '', '1. Summary: The inspectors visited twelve fields in the southern regions of', 'the country and found nobody there, because the visits had been announced.', '',
        'We saw:', '- cotton', '- melons', '  1) small ones', '', '> quoted words', '> and more', '', 'Year\tFields', '2019\t12', '2020\t9', '', 'Methods', '-------', '', '(a) A last remark.',
      ].join('\n'),
    );
    expect(shapes(document)).toEqual([
      'title: REPORT ON WORK',
      'field: From: Ministry of Samples',
      'field: Subject: Visits',
      'heading1: I. GENERAL',
      'paragraph 1: Summary: The inspectors visited twelve fields in the southern regions of the country and found nobody there, because the visits had been announced.',
      'paragraph: We saw:',
      'list-item1: cotton',
      'list-item1: melons',
      'list-item2 1): small ones',
      'quote: quoted words and more',
      'table-row: Year\tFields',
      'table-row: 2019\t12',
      'table-row: 2020\t9',
      'heading2: Methods',
      'paragraph (a): A last remark.',
    ]);
    expect(document.blocks[10]?.cells.map(({ start, end }) => document.text.slice(start, end))).toEqual(['Year', 'Fields']);
    expect(unsoundness(document)).toEqual([]);
  });

  it('keeps columns that are lined up by blanks as they stand', () => {
    const document = parseText('Intro words here.\n\nName       Fields    Year\nNorth          12    2019\nSouth           9    2020\n');
    expect(document.blocks[1]?.kind).toBe('code');
    expect(passages(document)[1]).toContain('\nNorth          12    2019\n');
  });

  it('reads other scripts', () => {
    expect(passages(parseText('儿童在棉田里工作。\n\nقال المفتشون إنهم زاروا الحقول.\n\nДети работают на полях.'))).toHaveLength(3);
  });
});

describe('encodings', () => {
  const words = 'Größe und Qualität – „Übersicht“.\r\n\r\nZweiter Absatz, années écoulées.';
  const expected = ['Größe und Qualität – „Übersicht“.', 'Zweiter Absatz, années écoulées.'];

  it.each([
    ['UTF-8', iconv.encode(words, 'utf-8')],
    ['UTF-8 with a mark', iconv.encode(words, 'utf-8', { addBOM: true })],
    ['UTF-16 LE with a mark', iconv.encode(words, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE with a mark', iconv.encode(words, 'utf-16be', { addBOM: true })],
    ['UTF-16 LE without a mark', iconv.encode(words, 'utf-16le')],
    ['UTF-16 BE without a mark', iconv.encode(words, 'utf-16be')],
    ['UTF-32 with a mark', iconv.encode(words, 'utf-32le', { addBOM: true })],
    ['Windows-1252', iconv.encode(words, 'windows-1252')],
  ])('reads %s', async (_name, bytes) => {
    expect(passages(await read(new Uint8Array(bytes)))).toEqual(expected);
  });

  it('names the encoding it had to guess, and only then', async () => {
    const [guessed] = (await read(new Uint8Array(iconv.encode(words, 'windows-1252')))).warnings;
    expect(guessed?.message).toContain('Windows-1252');
    expect((await read(new Uint8Array(iconv.encode(words, 'utf-16le')))).warnings[0]?.message).toContain('UTF-16');
    expect((await read(new Uint8Array(iconv.encode(words, 'utf-16le', { addBOM: true })))).warnings).toEqual([]);
    expect((await read(new TextEncoder().encode(words))).warnings).toEqual([]);
  });

  it.each([
    ['windows-1251', 'Дети работают на хлопковых полях. Инспекторы министерства посетили двенадцать хозяйств и никого не оштрафовали в этом году.'],
    ['koi8-r', 'Дети работают на хлопковых полях. Инспекторы министерства посетили двенадцать хозяйств и никого не оштрафовали в этом году.'],
    ['shift_jis', '子どもたちは綿花畑で働いている。検査官は十二の農場を訪問したが、誰も罰金を科されなかった。'],
    ['gb18030', '儿童在棉田里工作。监察员访问了十二个农场，但没有人被罚款。政府今年通过了一项新的法律。'],
    ['utf-16le', '儿童在棉田里工作。监察员访问了十二个农场，但没有人被罚款。\n政府今年通过了一项新的法律。'],
    ['windows-1256', 'زار مفتشو الوزارة اثني عشر حقلا في المناطق الجنوبية وكتبوا ما رأوه هناك ولم يغرم أحد في تلك السنة'],
  ])('reads %s by guessing', async (encoding, text) => {
    const document = await read(new Uint8Array(iconv.encode(text, encoding)));
    expect(document.text).toBe(text);
    expect(document.warnings).toHaveLength(1);
  });

  it('shows broken characters of damaged UTF-8 and says so', async () => {
    const whole = new TextEncoder().encode('äöüß wäre schön – '.repeat(20));
    const document = await read(whole.subarray(0, whole.length - 2));
    expect(document.text).toContain('wäre schön');
    expect(document.warnings[0]?.code).toBe('encoding-damaged');
  });

  it('knows all kinds of line ends and drops characters that cannot be shown', async () => {
    expect(passages(await read(new TextEncoder().encode('one\r\rtwo\r\n\r\nthree\n\nfo\u0000ur\u000c\u000cfive')))).toEqual(['one', 'two', 'three', 'four', 'five']);
  });
});

describe('bad and huge texts', () => {
  it('says when there is nothing in it', async () => {
    const document = await read(new TextEncoder().encode(' \n\t\n'));
    expect(document.blocks).toEqual([]);
    expect(document.warnings.map(({ code }) => code)).toEqual(['no-text']);
  });

  it('reads 50 MB in a few seconds, with progress', async () => {
    const paragraph = 'The inspectors of the ministry visited twelve fields in the southern regions\nand wrote down what they saw there. Nobody was fined in that year.\n\n';
    const bytes = new TextEncoder().encode(paragraph.repeat(Math.ceil((50 * 1024 * 1024) / paragraph.length)));
    let reports = 0;
    const before = performance.now();
    const document = await textImporter.parse({ name: 'big.txt', bytes, onProgress: () => reports++ });
    expect(performance.now() - before).toBeLessThan(patience);
    expect(document.blocks.length).toBe(Math.ceil((50 * 1024 * 1024) / paragraph.length));
    expect(reports).toBeGreaterThan(5);
  }, 60_000);

  it('reads one line of 5 MB as one passage', async () => {
    const document = await read(new TextEncoder().encode('word '.repeat(1_048_576)));
    expect(document.blocks).toHaveLength(1);
    expect(document.text.length).toBe(5 * 1_048_576 - 1);
  });

  it('reads millions of lines in larger pieces, and says so', async () => {
    const document = await read(new TextEncoder().encode('ab\n'.repeat(1_600_000)));
    expect(document.warnings.map(({ code }) => code)).toEqual(['many-lines']);
    expect(document.text.replaceAll('\n', '')).toHaveLength(3_200_000);
  });

  it('refuses more than it can hold, in a sentence', async () => {
    await expect(read(new Uint8Array(201 * 1024 * 1024))).rejects.toMatchObject({ code: 'too-large' });
  });

  it.each([['\n', 1e6], [' ', 1e6], ['\t', 1e6], ['- ', 1e6], ['>', 1e6], ['1. ', 1e6], ['(', 1e6], ['=', 1e6], ['é', 1e6], ['\ud83d\ude00', 1e6], ['a    b', 1e5]])('does not hang on repeated %j', async (piece, count) => {
    const before = performance.now();
    expect(unsoundness(await read(new TextEncoder().encode(piece.repeat(count))))).toEqual([]);
    expect(performance.now() - before).toBeLessThan(patience);
  });
});

it.skipIf(!sharedPresent)('reads the seed texts with their passages (needs ../shared)', async () => {
  const cable = await read(sharedBytes('seeds', '004_7304c501b0428890.txt'));
  expect(cable.blocks.filter(({ label }) => label !== null).map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  const page = await read(sharedBytes('seeds', '000_db158117b0dbbf34.txt'));
  expect(page.blocks).toHaveLength(11);
  expect(unsoundness(page)).toEqual([]);
});
