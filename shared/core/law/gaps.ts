// Where two standards of a country do not fit together, or one falls short of the international standard, each in a sentence with the
// values it rests on. Minimum ages: ILO Convention 138, articles 2 and 3; hazardous work: ILO Convention 182, article 3.

import type { MatrixCell, SourcedValue } from '../observation.ts';
import type { LawCell, LawGap, LawStandard } from './country-law.ts';

const adult = 18;
const workKey = 'legal_standards.minimum_age_work';
const schoolKey = 'legal_standards.compulsory_education_age';
const hazardousKey = 'legal_standards.minimum_age_hazardous_work';
const listKey = 'legal_standards.hazardous_occupations_identified';

type Found = Omit<LawGap, 'id' | 'cells' | 'territory'> & LawGap['cells'][number];

export function gapsOf(standards: readonly LawStandard[], years: readonly number[]): LawGap[] {
  const territories = [...new Set(standards.map(({ territory }) => territory))];
  return territories.flatMap((territory) => {
    const of = (key: string) => standards.find((each) => each.id.split(' ')[0] === key && each.territory === territory);
    const found = years.flatMap((year, column) => gapsOfYear(year, { work: side(of(workKey), column), school: side(of(schoolKey), column), hazardous: side(of(hazardousKey), column), list: side(of(listKey), column) }));
    return [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, cells]) => ({ id: `gap ${[kind, territory].filter(Boolean).join(' ')}`, kind, territory, cells: cells.map(({ year, sentence, sides }) => ({ year, sentence, sides })) }));
  });
}

type Side = { name: string; cell: LawCell } | null;

function side(standard: LawStandard | undefined, column: number): Side {
  const cell = standard?.cells[column];
  return standard && cell ? { name: standard.name, cell } : null;
}

function gapsOfYear(year: number, { work, school, hazardous, list }: { work: Side; school: Side; hazardous: Side; list: Side }): Found[] {
  const found: Found[] = [];
  const workAge = ageOf(work);
  const schoolAge = ageOf(school);
  if (workAge && schoolAge) {
    const sides = [workAge.side, schoolAge.side];
    const apart = Math.abs(schoolAge.age - workAge.age);
    if (workAge.age < schoolAge.age) found.push({ kind: 'work-while-school', year, sides, sentence: `Work is allowed from ${workAge.age}, while school is compulsory to ${schoolAge.age}: a child may leave school for work ${yearsWord(apart)} before it should.` });
    if (workAge.age > schoolAge.age) found.push({ kind: 'school-ends-before-work', year, sides, sentence: `School is compulsory to ${schoolAge.age} only, and work is allowed from ${workAge.age}: for ${yearsWord(apart)} a child need not be at school and may not work.` });
  }
  const hazardousAge = ageOf(hazardous);
  const meets = hazardous && shown(hazardous.cell.meets);
  if (hazardousAge && hazardousAge.age < adult) found.push({ kind: 'hazardous-under-18', year, sides: [hazardousAge.side, ...(meets ? [{ name: hazardous.name, value: meets }] : [])], sentence: `Hazardous work is allowed from ${hazardousAge.age}; the international standard is ${adult}.` });
  else if (hazardous && hazardousAge && meets?.value === false) found.push({ kind: 'hazardous-not-met', year, sides: [{ name: hazardous.name, value: meets }, hazardousAge.side], sentence: `The minimum age for hazardous work is ${hazardousAge.age}, and still the law does not meet the international standard.` });
  const listed = list && shown(list.cell.meets);
  if (list && listed?.value === false) found.push({ kind: 'no-hazardous-list', year, sides: [{ name: list.name, value: listed }], sentence: 'The law does not say, as the international standard asks, which work is hazardous and prohibited for children.' });
  return found;
}

function ageOf(given: Side): { age: number; side: { name: string; value: SourcedValue } } | null {
  const value = given && shown(given.cell.age);
  return given && value?.status === 'value' && typeof value.value === 'number' ? { age: value.value, side: { name: `${given.name}: age`, value } } : null;
}

function shown(cell: MatrixCell | null): SourcedValue | null {
  const value = cell?.values[cell.shown];
  return value?.status === 'value' ? value : null;
}

function yearsWord(count: number): string {
  return count === 1 ? 'a year' : `${count} years`;
}
