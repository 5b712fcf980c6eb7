// Scores what is proposed of documents of no known kind, field by field: over our own labelled documents in many formats and
// languages, and over real ones beside the project whose facts their names and labels tell. Run: npm run score -- generic

import { readdirSync } from 'node:fs';
import { type FileRead, perform } from '../../shared/backend/jobs/task.ts';
import { bytesOf, type Expected, labelledDocuments } from '../fixtures/generic/index.ts';
import { sharedBytes, sharedPath, sharedPresent } from '../support/shared.ts';

export type FieldCheck = { document: string; field: keyof Expected; expected: string; found: string; ok: boolean };
const unknown = '(unknown)';

/** Real documents that are no yearly reports, with what they print of themselves. */
const real: { path: string[]; expected: Expected }[] = [
  { path: ['corpus', 'other', 'EO.pdf'], expected: { issuer: 'U.S. Department of Labor', date: '2017-09', language: 'en', year: 2017, country: null } },
  { path: ['corpus', 'other', 'FAQs--Combo.pdf'], expected: { issuer: 'U.S. Department of Labor', date: '2017-09', language: 'en', year: 2017, country: null } },
  { path: ['corpus', 'other', 'Fact-Sheet-OFCT-2016-lo.pdf'], expected: { issuer: 'U.S. Department of Labor', language: 'en', year: 2016, country: null } },
  { path: ['corpus', 'other', 'TDA-foreword-2019.pdf'], expected: { issuer: 'U.S. Department of Labor', language: 'en', year: 2019, country: null } },
];

async function checksOf(document: string, name: string, bytes: Uint8Array, expected: Expected, as: 'generic' | null): Promise<FieldCheck[]> {
  const { recognition } = (await perform({ kind: 'read-file', name, bytes, as }, () => undefined)) as FileRead;
  const found: Record<keyof Expected, string | number | null> = { ...recognition, country: recognition.country?.iso3 ?? null };
  return (Object.keys(expected) as (keyof Expected)[]).map((field) => {
    const wanted = String(expected[field] ?? unknown);
    const got = String(found[field] ?? unknown);
    return { document, field, expected: wanted, found: got, ok: field === 'issuer' ? wanted.toLowerCase() === got.toLowerCase() : wanted === got };
  });
}

export async function scoreLabelled(): Promise<FieldCheck[]> {
  const checks: FieldCheck[] = [];
  for (const [index, document] of labelledDocuments.entries()) checks.push(...(await checksOf(`${index + 1} ${document.name}`, document.name, await bytesOf(document), document.expected, null)));
  return checks;
}

/** The yearly reports read as if their kind were not known: country, year and language must be found from the page alone. */
export async function scoreReal(): Promise<FieldCheck[]> {
  const checks: FieldCheck[] = [];
  for (const { path, expected } of real) checks.push(...(await checksOf(path.at(-1) ?? '', path.at(-1) ?? '', sharedBytes(...path), expected, 'generic')));
  for (const name of readdirSync(sharedPath('corpus', 'ilab')).filter((file) => /^[A-Z]{3}-\d{4}\.pdf$/.test(file))) {
    const [, iso3 = '', year = ''] = /^([A-Z]{3})-(\d{4})/.exec(name) ?? [];
    // The name would tell; what is scored is what the pages say.
    checks.push(...(await checksOf(name, 'report.pdf', sharedBytes('corpus', 'ilab', name), { country: iso3, year: Number(year), language: 'en' }, 'generic')));
  }
  return checks;
}

export function printChecks(title: string, checks: readonly FieldCheck[]): void {
  console.log(title);
  const fields = [...new Set(checks.map(({ field }) => field))];
  for (const field of fields) {
    const own = checks.filter((check) => check.field === field);
    const named = own.filter(({ expected }) => expected !== unknown);
    console.log(`${field.padEnd(12)}${String(own.filter(({ ok }) => ok).length).padStart(5)}/${String(own.length).padEnd(5)} known ${named.filter(({ ok }) => ok).length}/${named.length}, put in wrongly ${own.filter(({ ok, found }) => !ok && found !== unknown).length}`);
  }
  console.log(`${'all'.padEnd(12)}${String(checks.filter(({ ok }) => ok).length).padStart(5)}/${checks.length}`);
  for (const { document, field, expected, found } of checks.filter(({ ok }) => !ok)) console.log(`  ${document} · ${field}\n    expected ${expected}\n    found    ${found}`);
}

if (import.meta.main) {
  printChecks('Our own documents', await scoreLabelled());
  if (sharedPresent) printChecks('\nReal documents, read as of no known kind', await scoreReal());
  else console.log('The real documents do not lie beside the project; only our own were scored.');
}
