// What the official data files say of every country and year, in the forms in which a report prints it.

import { readFileSync } from 'node:fs';
import { type FileRead, perform } from '../../../shared/backend/jobs/task.ts';
import type { Observation } from '../../../shared/core/recognition.ts';
import { sharedBytes, sharedPath } from '../../support/shared.ts';

export type OfficialCountry = {
  iso3: string;
  /** As the file names it. */
  name: string;
  level: { level: string; qualifier: string | null };
  description: string;
  observations: Observation[];
  actions: { area: string; text: string }[];
};

/** The names by which the reports call countries, as their data files do, decoded. */
function namesOf(source: string): string[] {
  return [...source.matchAll(/<Name>([^<]*)<\/Name>/gu)].map(([, name = '']) =>
    name.replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code))).replace(/&amp;/gu, '&').trim(),
  );
}

/** The countries of a year that have an assessment. */
export async function officialCountries(year: number): Promise<OfficialCountry[]> {
  const name = `ilab-countries-${year}.xml`;
  const names = new Set(namesOf(readFileSync(sharedPath('corpus', 'ilab', name), 'utf8')));
  const { parts = [] } = (await perform({ kind: 'read-file', name, bytes: sharedBytes('corpus', 'ilab', name), as: null }, () => undefined)) as FileRead;
  return parts.flatMap(({ parsed, recognition }): OfficialCountry[] => {
    const { country, level, facts, observations, actions } = recognition;
    const description = parsed.blocks.filter(({ role }) => role === 'assessment').map(({ start, end }) => parsed.text.slice(start, end)).join(' ');
    const printed = facts.map(({ value }) => value).find((value) => names.has(value)) ?? country?.name;
    if (country === null || level === null || printed === undefined || description === '') return [];
    return [{ iso3: country.iso3, name: printed, level: { level: level.level, qualifier: level.qualifier }, description, observations, actions: actions.map(({ area, text }) => ({ area, text })) }];
  });
}
