// Three short yearly reports whose tables hold restated, unknown and partial values, for tests of what is shown of indicators.

import type { Backend } from '../../shared/backend/backend.ts';
import { reportPdf } from '../backend/recognisers/ilab-report-writing.ts';

/** Reports in our own words: Fiji for 2017 and 2018, of which the later says 40 inspectors for 2017 where the earlier said 33, and Tonga for 2018. */
export async function importIndicatorReports(backend: Backend): Promise<{ earlier: string; later: string }> {
  const inspectorate = (year: number, before: string, now: string) => ({
    header: ['Overview of Labor Law Enforcement', String(year - 1), String(year)],
    rows: [
      ['Number of Labor Inspectors', `${before} (6)`, `${now} (7, 8)`],
      ['Labor Inspectorate Funding', 'Unknown (6)', '$3.1 million (6)'],
    ],
  });
  const files = [
    { name: '2017.pdf', bytes: reportPdf({ year: 2017, inspectorate: inspectorate(2017, '31', '33') }) },
    { name: '2018.pdf', bytes: reportPdf({ year: 2018, inspectorate: inspectorate(2018, '40', '20†') }) },
    { name: 'tonga.pdf', bytes: reportPdf({ country: 'Tonga', year: 2018, inspectorate: inspectorate(2018, 'Unknown', '55') }) },
  ];
  const { runId } = await backend.call('imports.add', { files });
  const items = await backend.call('imports.wait', { runId });
  const idOf = (name: string) => items.find((item) => item.fileName === name)?.documentId ?? '';
  return { earlier: idOf('2017.pdf'), later: idOf('2018.pdf') };
}
