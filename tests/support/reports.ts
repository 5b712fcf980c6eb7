// The real yearly reports as editions, imported and recognised as the application does it. Only for scores, benchmarks and the
// tests that say they need ../shared.

import type { EditionText } from '../../shared/core/alignment.ts';
import { pdfImporter } from '../../shared/backend/importers/pdf.ts';
import { ilabReportRecogniser } from '../../shared/backend/recognisers/ilab-report.ts';
import { sharedBytes } from './shared.ts';

export const reportCountries = ['BGD', 'BRA', 'CIV', 'GHA', 'KAZ', 'UZB'];
export const reportYears = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021];

const known = new Map<string, Promise<EditionText>>();

/** `key` is a country and a year, such as "KAZ-2020". */
export function reportEdition(key: string): Promise<EditionText> {
  let edition = known.get(key);
  if (!edition) known.set(key, (edition = read(key)));
  return edition;
}

async function read(key: string): Promise<EditionText> {
  const name = `${key}.pdf`;
  const imported = await pdfImporter.parse({ name, bytes: sharedBytes('corpus', 'ilab', name) });
  const { parsed, recognition } = ilabReportRecogniser.recognise({ name, parsed: imported });
  const { level } = recognition;
  return { key, text: parsed.text, blocks: parsed.blocks, sections: recognition.sections, landmarks: level && level.start !== null && level.end !== null ? [{ name: 'level', start: level.start, end: level.end }] : [] };
}

/** Each country's consecutive years. */
export function consecutivePairs(): { older: string; newer: string }[] {
  return reportCountries.flatMap((country) => reportYears.slice(1).map((year) => ({ older: `${country}-${year - 1}`, newer: `${country}-${year}` })));
}
