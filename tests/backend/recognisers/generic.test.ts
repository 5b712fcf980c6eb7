// Documents of no known kind: what is clear is proposed with its passage, what is not clear stays open.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../shared/backend/importers/html.ts';
import { parseMarkdown } from '../../../shared/backend/importers/markdown.ts';
import { parseText } from '../../../shared/backend/importers/text.ts';
import { dateInText, dateOfProperty } from '../../../shared/backend/recognisers/generic/date.ts';
import { languageOf } from '../../../shared/backend/recognisers/generic/language.ts';
import { genericRecogniser } from '../../../shared/backend/recognisers/generic.ts';
import { recognise, recognisers } from '../../../shared/backend/recognisers/index.ts';
import type { ParsedDocument } from '../../../shared/core/document.ts';
import { patience } from '../../support/patience.ts';

const read = (parsed: ParsedDocument, name = 'note.txt') => genericRecogniser.recognise({ name, parsed }).recognition;

describe('what a document says of itself', () => {
  it('is read from title, byline and date, with the passages', () => {
    const parsed = parseText('Child work in Ghana, 2019\n\nBy Ama Mensah\n\nPublished: 12 March 2020\n\nThe inspectors of the ministry visited twelve fields in the southern regions and wrote down what they saw there.\n');
    const recognition = read(parsed);
    expect(recognition).toMatchObject({ kind: 'generic', title: 'Child work in Ghana, 2019', author: 'Ama Mensah', date: '2020-03-12', country: { iso3: 'GHA' }, year: 2019, language: 'en' });
    expect(recognition.proposed.map(({ field, value, start, end }) => [field, value, parsed.text.slice(start, end)])).toEqual([
      ['title', 'Child work in Ghana, 2019', 'Child work in Ghana, 2019'],
      ['author', 'Ama Mensah', 'Ama Mensah'],
      ['date', '2020-03-12', '12 March 2020'],
      ['country', 'GHA', 'Ghana'],
      ['year', '2019', '2019'],
      ['year', '2020', '12 March 2020'],
      ['language', 'en', ''],
    ]);
  });

  it('is read from the properties of a page', () => {
    const recognition = read(parseHtml('<html lang="pt-BR"><head><title>Notas</title><meta name="author" content="A. B."><meta name="dc.date" content="2018-05-06"><meta property="og:site_name" content="Ministério"></head><body><p>Curto.'));
    expect(recognition).toMatchObject({ title: 'Notas', author: 'A. B.', issuer: 'Ministério', date: '2018-05-06', language: 'pt', year: 2018 });
    expect(read(parseMarkdown('---\nauthor: A. B.\ndate: 2021-12-15\n---\n# Harvest in Uzbekistan, 2021\n\nText.'))).toMatchObject({ date: '2021-12-15', year: 2021, country: { iso3: 'UZB' } });
  });

  it('does not take the names that programs leave for titles and authors', () => {
    const parsed = { ...parseText('just some words here.'), properties: { title: 'Microsoft Word - note.docx', author: 'Administrator' } };
    expect(read(parsed, 'folder/My_note 2.docx')).toMatchObject({ title: 'My note 2', author: null });
  });

  it('is taken from the file name when nothing else tells it', () => {
    expect(read(parseText('Words that name no place at all.'), 'Brazil-2017.txt')).toMatchObject({ title: 'Brazil-2017', country: { iso3: 'BRA' }, year: 2017 });
    expect(read(parseText('Words that name no place at all.'), 'Brazil-2017.txt').proposed.every(({ from, start, end }) => from === 'file-name' && start === 0 && end === 0)).toBe(true);
  });
});

describe('country and year', () => {
  it('are the ones named most when the title names none, and only when that is clear', () => {
    expect(read(parseText('A note\n\nFields in Ghana. More of Ghana. Ghana again, and Togo.')).country?.iso3).toBe('GHA');
    expect(read(parseText('A note\n\nFields in Ghana and Togo. Ghana, Togo. Ghana and Togo.')).country).toBeNull();
    expect(read(parseText('Ghana and Togo\n\nFields.')).country).toBeNull();
    expect(read(parseText('A note\n\nPaid by the U.S. and read in the U.S. for the U.S. and others.')).country).toBeNull();
  });

  it('come from the title before the text', () => {
    expect(read(parseText('Togo: fields in 2018\n\nGhana, Ghana, Ghana and Ghana in 2020.'))).toMatchObject({ country: { iso3: 'TGO' }, year: 2018 });
    expect(read(parseText('Plan for 2019-2021\n\nText.')).year).toBe(2021);
    expect(read(parseText('Room 20199 and 1850\n\nText.')).year).toBeNull();
  });
});

describe('sections and tables', () => {
  it('follow the headings, with number, depth, role and extent', () => {
    const parsed = parseMarkdown('# Report\n\n## Executive summary\n\nShort.\n\n## 1. Law\n\nText.\n\n#### 1.1 Ages\n\nFifteen.\n\n## References\n\nNone.');
    const { sections } = read(parsed);
    expect(sections.map(({ number, title, level, role }) => [number, title, level, role])).toEqual([
      [null, 'Executive summary', 1, 'summary'],
      ['1', 'Law', 1, 'legal-framework'],
      ['1.1', 'Ages', 2, null],
      [null, 'References', 1, 'references'],
    ]);
    expect(parsed.text.slice(sections[1]?.start, sections[1]?.end)).toBe('1. Law\nText.\n1.1 Ages\nFifteen.');
  });

  it('keep caption, columns and rows', () => {
    const { tables } = read(parseHtml('<table><caption>Table 2. Fields</caption><tr><th>Year<th>Count<tr><td>2019<td>12</table><table><tr><td>a<td>b<tr><td>c<td>d</table>'));
    expect(tables).toMatchObject([
      { title: 'Fields', number: '2', columns: ['Year', 'Count'], rows: [['2019', '12']] },
      { title: '', number: null, columns: [], rows: [['a', 'b'], ['c', 'd']] },
    ]);
  });
});

describe('language', () => {
  it.each([
    ['en', 'The inspectors of the ministry visited the fields in the south and wrote down what they saw.'],
    ['fr', 'Les inspecteurs du ministère ont visité les champs dans le sud et ont noté ce qu’ils ont vu sur place.'],
    ['es', 'Los inspectores del ministerio visitaron los campos en el sur y anotaron lo que vieron en el lugar.'],
    ['pt', 'Os inspetores do ministério visitaram os campos no sul e anotaram o que viram na região, mas não multaram.'],
    ['de', 'Die Inspektoren des Ministeriums besuchten die Felder im Süden und schrieben auf, was sie dort gesehen hatten.'],
    ['it', 'Gli ispettori del ministero hanno visitato i campi nel sud e hanno annotato quello che è stato visto.'],
    ['nl', 'De inspecteurs van het ministerie bezochten de velden in het zuiden en schreven op wat zij daar zagen.'],
    ['pl', 'Inspektorzy ministerstwa odwiedzili pola na południu i zapisali to, co tam zobaczyli, ale nie było kar.'],
    ['tr', 'Bakanlık müfettişleri güneydeki tarlaları ziyaret etti ve gördüklerini yazdı, ancak bu yıl için ceza olarak bir şey yok.'],
    ['id', 'Para pengawas dari kementerian mengunjungi ladang di selatan dan mencatat apa yang mereka lihat, tetapi tidak ada denda.'],
    ['sw', 'Wakaguzi wa wizara walitembelea mashamba katika eneo la kusini na waliandika kwa makini mambo ya watoto.'],
    ['ru', 'Инспекторы министерства посетили поля на юге и записали увиденное.'],
    ['uk', 'Інспектори міністерства відвідали поля на півдні її області.'],
    ['kk', 'Министрлік инспекторлары оңтүстіктегі егістіктерге барды.'],
    ['ar', 'زار مفتشو الوزارة الحقول في الجنوب وكتبوا ما رأوه هناك.'],
    ['fa', 'بازرسان وزارتخانه از مزارع جنوب بازدید کردند و گزارش دادند که چه دیدند.'],
    ['zh', '部里的监察员访问了南方的农场，并记录了他们所看到的情况。'],
    ['ja', '省の検査官は南部の農場を訪問し、そこで見たことを書き留めました。'],
    ['ko', '부처의 감독관들은 남부의 농장을 방문하여 본 것을 기록하였다.'],
    ['hi', 'मंत्रालय के निरीक्षकों ने दक्षिण के खेतों का दौरा किया।'],
  ])('%s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('is left open when it is not clear', () => {
    expect(languageOf('')).toBeNull();
    expect(languageOf('12345 67890')).toBeNull();
    expect(languageOf('Gold Cocoa Fish')).toBeNull();
    expect(languageOf('xqz wvb klm prt sdf ghj bnm qwe rty uio pas zxc vbn')).toBeNull();
  });
});

describe('dates', () => {
  it.each([
    ['Dated 12 March 2021.', '2021-03-12'],
    ['March 3rd, 2021', '2021-03-03'],
    ['le 1er février 2020', '2020-02-01'],
    ['15 de septiembre de 2019', '2019-09-15'],
    ['3. Oktober 2018', '2018-10-03'],
    ['12 марта 2020 года', '2020-03-12'],
    ['2020年3月12日', '2020-03-12'],
    ['in June 2019', '2019-06'],
    ['2019-02-28T10:00', '2019-02-28'],
    ['31.12.2019', '2019-12-31'],
  ])('%s', (text, value) => {
    const found = dateInText(text);
    expect(found?.value).toBe(value);
  });

  it.each(['03/04/2021', '30 February 2021', 'Margin 2021', '2021', '99 March 2021', 'Section 12 of 2019'])('%s is none', (text) => {
    expect(dateInText(text)).toBeNull();
  });

  it('are read as properties write them', () => {
    expect(dateOfProperty("D:20210312094500+02'00'")).toBe('2021-03-12');
    expect(dateOfProperty('2021-03-12T09:45:00Z')).toBe('2021-03-12');
    expect(dateOfProperty('2021')).toBe('2021');
    expect(dateOfProperty('yesterday')).toBeNull();
  });
});

describe('the choice of a recogniser', () => {
  it('has each kind once, and the generic one for all others', () => {
    expect(recognisers.map(({ id }) => id).sort()).toEqual(['cable', 'generic', 'ilab-dataset', 'ilab-page', 'ilab-report']);
    expect(recognise({ name: 'a', parsed: parseText('Words about the worst forms of child labor.') }).recognition.kind).toBe('generic');
  });

  it.each([
    ['a preformatted page', (text: string) => `<h1>A cable</h1><pre>${text}</pre>`],
    ['lines with breaks', (text: string) => `<p>${text.replaceAll('\n', '<br>\n')}</p>`],
  ])('knows a cable in %s', (_name, page) => {
    const text = readFileSync(join(import.meta.dirname, '..', '..', '..', 'resources', 'sample', '20TASHKENT90001 invented sample cable.txt'), 'utf8');
    const plain = recognise({ name: 'cable.txt', parsed: parseText(text) }).recognition;
    const { kind, cable } = recognise({ name: 'cable.html', parsed: parseHtml(page(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))) }).recognition;
    expect(kind).toBe('cable');
    expect(cable?.id).toBe(plain.cable?.id);
    expect(cable?.paragraphs.map(({ n }) => n)).toEqual(plain.cable?.paragraphs.map(({ n }) => n));
  });

  it('can be overruled', () => {
    expect(recognise({ name: 'a', parsed: parseText('Words.') }, 'ilab-page').recognition.kind).toBe('ilab-page');
    expect(recognise({ name: 'a', parsed: parseText('Words.') }, 'cable').recognition.kind).toBe('cable');
  });

  it('never fails on foolish documents', () => {
    for (const text of ['', '\n', '😀', 'a'.repeat(100_000), '# '.repeat(1_000), 'Ghana '.repeat(50_000), 'By '.repeat(10_000), '2021 '.repeat(20_000)]) {
      const before = performance.now();
      expect(recognise({ name: '', parsed: parseText(text) }).recognition.kind).toBe('generic');
      expect(performance.now() - before).toBeLessThan(patience);
    }
  });
});
