import { describe, expect, it } from 'vitest';
import type { CountryActions } from '../../../../shared/core/actions/country-actions.ts';
import type { Matrix, MatrixRow } from '../../../../shared/core/indicator.ts';
import { cellOf, levelIndicator, type MethodBreak, type PlacedValue } from '../../../../shared/core/observation.ts';
import { actionsAnswer, goneAnswer } from '../../../../renderer/views/compare/overview/list-answers.ts';
import { enforcementAnswer, levelAnswer } from '../../../../renderer/views/compare/overview/matrix-answers.ts';
import type { GoneSentence } from '../../../../shared/core/gone-sentences.ts';

const years = [2018, 2019, 2020, 2021];
const go = () => '/compare';
const breakIn = (year: number, indicator: string): MethodBreak => ({ year, indicators: [indicator], name: 'New', explanation: 'It is counted anew.' });

function rowOf(indicator: string, values: readonly (number | string | null)[], breaks: readonly MethodBreak[] = []): MatrixRow {
  const placed = (year: number, value: number | string): PlacedValue => ({
    indicator, country: 'FJI', territory: null, year, reportedYear: year, status: 'value', value, unit: 'count', mark: null, note: null, page: 1, start: 1, end: 2, quote: '', confidence: 1, source: 'report', documentId: `report ${year}`, documentTitle: 'Fiji', documentKind: 'ilab-report', correction: null,
  });
  return { indicator, name: 'Inspectors', unit: 'count', territory: null, cells: years.map((year, index) => (values[index] === null || values[index] === undefined ? null : cellOf(year, [placed(year, values[index])], breaks))) };
}
const matrixOf = (...rows: MatrixRow[]): Matrix => ({ country: 'FJI', countryName: 'Fiji', years, editions: years, breaks: [], groups: [{ id: 'g', name: 'G', rows }] });

describe('a tile of the overview', () => {
  it('speaks of the years chosen, and of the last step in them', () => {
    const actions = (list: [states: Record<number, string>, last: number][]) => ({ country: 'FJI', countryName: 'Fiji', years, observed: [], actions: list.map(([states, last], index) => ({ id: String(index), text: `Action ${index}`, entries: Object.keys(states).map((year) => ({ year: Number(year), text: `Action ${index} as of ${year}` })), states, last })) }) as unknown as CountryActions;
    const ledger = actions([
      [{ 2018: 'first', 2019: 'carried', 2020: 'gone', 2021: 'gone' }, 2019],
      [{ 2019: 'new', 2020: 'carried', 2021: 'reworded' }, 2021],
      [{ 2021: 'new' }, 2021],
    ]);
    expect(actionsAnswer(ledger, { from: 2018, to: 2021 }, go)).toMatchObject({ figure: 2, says: 'new since 2018, 1 of them in 2021; 1 gone, none of them in 2021; 1 reworded.' });
    expect(actionsAnswer(ledger, { from: 2020, to: 2021 }, go)).toMatchObject({ figure: 1, says: 'new since 2020; 0 gone; 1 reworded.' });
    // In the words of the year in which it was new.
    expect(actionsAnswer(ledger, { from: 2018, to: 2019 }, go)).toMatchObject({ figure: 1, says: 'new since 2018; 0 gone; 0 reworded.', lines: [{ text: '+ Action 1 as of 2019' }] });
    expect(actionsAnswer(ledger, { from: 2019, to: 2020 }, go)).toMatchObject({ figure: 0, says: 'None is new since 2019; 1 gone; 0 reworded.' });
    expect(actionsAnswer(ledger, { from: 2010, to: 2012 }, go)).toMatchObject({ figure: null, says: 'No edition from 2010 to 2012 lists suggested actions.' });
    expect(actionsAnswer(ledger, { from: 2021, to: 2024 }, go)).toMatchObject({ figure: null, says: 'Of the editions chosen only 2021 lists suggested actions. What is new takes a second one.' });
  });

  it('measures numbers from the first year chosen, and never over a change of method', () => {
    const inspectors = rowOf('enforcement.labor_inspectors', [100, 110, 110, 121]);
    expect(enforcementAnswer(matrixOf(inspectors), { from: 2018, to: 2021 }, go)).toMatchObject({ figure: 1, says: 'of 1 figures of enforcement changed by 2021; 1 in the last step.', lines: [{ text: 'Inspectors: 121, +21% since 2018' }] });
    expect(enforcementAnswer(matrixOf(inspectors), { from: 2019, to: 2020 }, go)).toMatchObject({ figure: 0, says: 'Of the figures printed for 2020 none is known to have changed since 2019.' });
    const broken = rowOf('enforcement.labor_inspectors', [100, 110, 110, 121], [breakIn(2020, 'enforcement.labor_inspectors')]);
    expect(enforcementAnswer(matrixOf(broken), { from: 2018, to: 2021 }, go).lines).toMatchObject([{ text: 'Inspectors: 121, +10% since 2020' }]);
  });

  it('tells moves of the level within the years chosen only', () => {
    const level = rowOf(levelIndicator, ['Moderate', 'Minimal', 'Minimal', 'Moderate']);
    expect(levelAnswer(matrixOf(level), { from: 2018, to: 2020 })).toMatchObject({ figure: 'Minimal', says: 'in 2020. Since 2018 it moved 1 time.' });
    expect(levelAnswer(matrixOf(level), { from: 2019, to: 2020 })).toMatchObject({ says: 'The level did not move from 2019 to 2020.' });
    expect(levelAnswer(matrixOf(level), { from: 2010, to: 2012 })).toMatchObject({ figure: null, says: 'No edition from 2010 to 2012 reports a level.' });
    expect(levelAnswer(matrixOf(), { from: 2018, to: 2021 })).toMatchObject({ says: 'No edition here reports a level.' });
  });

  it('counts what is no longer said in the years chosen', () => {
    const gone = (lastYear: number, goneYear: number) => ({ documentId: String(lastYear), goneDocumentId: String(goneYear), lastYear, goneYear, section: null, confidence: 1, cell: { start: 1, end: 2, ranges: [], text: `Said in ${lastYear}.`, page: null, label: null } }) satisfies GoneSentence;
    const said = { years, sentences: [gone(2018, 2019), gone(2019, 2020), gone(2020, 2021)] };
    expect(goneAnswer(said, { from: 2018, to: 2021 }, go)).toMatchObject({ figure: 3, says: 'sentences said since 2018 have no successor in 2021, 1 of them in 2021.' });
    expect(goneAnswer(said, { from: 2020, to: 2021 }, go)).toMatchObject({ figure: 1, says: 'sentence said since 2020 has no successor in 2021.' });
    expect(goneAnswer(said, { from: 2021, to: 2021 }, go).figure).toBeNull();
  });
});
