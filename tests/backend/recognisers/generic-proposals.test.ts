// What is proposed of documents of no known kind: our own labelled ones in many formats and languages, and the rules one by one.

import { describe, expect, it } from 'vitest';
import { parseText } from '../../../shared/backend/importers/text.ts';
import { dateInText, datesInText } from '../../../shared/backend/recognisers/generic/date.ts';
import { languageOf } from '../../../shared/backend/recognisers/generic/language.ts';
import { genericRecogniser } from '../../../shared/backend/recognisers/generic.ts';
import { recognisedValues } from '../../../shared/core/metadata.ts';
import { printChecks, scoreLabelled, scoreReal } from '../../score/generic.ts';
import { sharedPresent } from '../../support/shared.ts';

const read = (text: string, name = 'note.txt') => genericRecogniser.recognise({ name, parsed: parseText(text) });

describe('labelled documents', () => {
  it('in all formats and languages are understood as a careful reader does', async () => {
    const checks = await scoreLabelled();
    const wrong = checks.filter(({ ok }) => !ok);
    expect(checks.length).toBeGreaterThan(300);
    if (wrong.length > 0) printChecks('wrong', wrong);
    // A new document may show a weakness before it is mended; the rules as a whole may not.
    expect(wrong.length / checks.length).toBeLessThan(0.02);
  });

  it.skipIf(!sharedPresent)('so are real ones, without being told their kind (needs ../shared)', async () => {
    const checks = await scoreReal();
    expect(checks.filter(({ ok }) => !ok).map(({ document, field, expected, found }) => `${document} ${field}: ${expected}, not ${found}`).length / checks.length).toBeLessThan(0.05);
  });
});

describe('a proposal', () => {
  it('is one of several when a text does not decide, and none of them is put in', () => {
    const { recognition } = read('Two coasts\n\nGhana and Togo share a coast. Togo and Ghana share a road. Ghana and Togo.');
    expect(recognition.country).toBeNull();
    expect(recognition.proposed.filter(({ field }) => field === 'country').map(({ value }) => value).sort()).toEqual(['GHA', 'TGO']);
  });

  it('has its words at its place, or says that it has none', () => {
    const { parsed, recognition } = read('Ministry of Fields\n\nHarvest in Fiji\n\nSuva, 3 March 2019\n\nThe harvest was late and the rain was early that year.', 'Fiji 2019.txt');
    for (const { start, end, from } of recognition.proposed) expect(end > start).toBe(from === undefined);
    const values = recognisedValues(recognition, parsed.text, parsed.blocks);
    const country = values.find(({ field, isPutIn }) => field === 'country' && isPutIn);
    expect(country?.quote?.text.slice(country.quote.start, country.quote.end)).toBe('Fiji');
    expect(values.filter(({ field, isPutIn }) => field === 'title' && isPutIn)).toHaveLength(1);
  });

  it('of a long passage shows whole words around the value', () => {
    const { parsed, recognition } = read(`A road\n\n${'Many words stand here before it. '.repeat(20)}Then comes Fiji, and Fiji again, and Fiji. ${'Many words stand here behind it. '.repeat(20)}`);
    const quote = recognisedValues(recognition, parsed.text, parsed.blocks).find(({ field }) => field === 'country')?.quote;
    expect(quote?.text).toMatch(/^…\w.*Then comes Fiji.*\w…$|^….*Fiji.*…$/);
    expect(quote?.text.slice(quote.start, quote.end)).toBe('Fiji');
    expect(quote?.text.length).toBeLessThan(280);
  });
});

describe('dates', () => {
  it.each([
    ['12 كانون الثاني 2020', '2020-01-12'],
    ['٣ آذار ٢٠١٧', '2017-03-03'],
    ['5 أفريل 2018', '2018-04-05'],
    ['DE 28 DE ABRIL DE 2009', '2009-04-28'],
    ['a los 15 días del mes de septiembre de 2012', '2012-09-15'],
    ['«17» апреля 2014 г.', '2014-04-17'],
    ['25/12/2019', '2019-12-25'],
    ['12/25/2019', '2019-12-25'],
    ['12-Mar-2018', '2018-03-12'],
    ['7 de outubro de 2016', '2016-10-07'],
  ])('%s', (text, value) => {
    expect(dateInText(text)?.value).toBe(value);
  });

  it('that could be two days are none', () => {
    for (const text of ['3/4/2021', '1.13.2021 and 31/02/2020', '12/2019']) expect(dateInText(text)).toBeNull();
  });

  it('are all found, in order', () => {
    expect(datesInText('From 3 May 2019 to 12 June 2020, and once more in July 2021.').map(({ value }) => value)).toEqual(['2019-05-03', '2020-06-12', '2021-07']);
    expect(datesInText('1 May 2019. '.repeat(5000))).toHaveLength(20);
  });
});

describe('the language of a short text', () => {
  it.each([
    ['en', 'The visit was cancelled this week.'],
    ['fr', 'La visite n’aura pas lieu avant la rentrée.'],
    ['es', 'No se encontraron menores en las fincas visitadas.'],
    ['pt', 'Não há crianças nas feiras durante as aulas.'],
    ['de', 'Der Besuch wurde für diese Woche abgesagt.'],
    ['ru', 'Проверка отменена на этой неделе.'],
    ['ar', 'ألغيت الزيارة هذا الأسبوع.'],
  ])('%s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('of names and figures is left open', () => {
    for (const text of ['Maria Santos, Jakarta', 'GDP 2019: 12.5', 'Annex A', 'Santa Cruz de la Sierra']) expect(languageOf(text)).toBeNull();
  });
});
