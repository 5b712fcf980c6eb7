// Cables of our own invention that cite each other, as text files. No sentence of them comes from a published cable.

export type InventedCable = { year: number; post: string; serial: number; /** ISO day. */ date: string; subject: string; tags: string; refs?: string[]; body?: string[] };

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The text of an unclassified cable: routing header, content header, numbered paragraphs. */
export function cableText({ post, serial, date, subject, tags, refs = [], body = ['(U) Nothing happened.'] }: InventedCable): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const number = String(serial).padStart(6, '0');
  const listed = refs.map((ref, index) => `${index === 0 ? 'REF: ' : '     '}${refs.length > 1 ? `${String.fromCharCode(65 + index)}. ` : ''}${ref}`).join('\n');
  return [
    `VZCZCXYZ${String(serial % 10_000).padStart(4, '0')}`,
    `R ${day}1200Z ${months[Number(month) - 1] ?? ''} ${year.slice(2)}`,
    `FM AMEMBASSY ${post}`,
    'TO RUEHC/SECSTATE WASHDC',
    `UNCLAS ${post} ${number}`,
    '',
    'SIPDIS',
    '',
    'E.O. 12958: N/A',
    `TAGS: ${tags}`,
    `SUBJECT: ${subject}`,
    '',
    ...(listed === '' ? [] : [listed, '']),
    ...body.map((paragraph, index) => `${index + 1}. ${paragraph}\n`),
    'DOE',
    '',
  ].join('\n');
}

/** Five cables of three posts: the last cites two that are there, one that is missing, a telephone call, and "septel". */
export const citingCables: Record<string, string> = {
  'a.txt': cableText({ year: 2006, post: 'BAKU', serial: 100, date: '2006-02-01', subject: 'SCHOOLS REOPEN AFTER HARVEST', tags: 'ELAB PHUM AJ' }),
  'b.txt': cableText({ year: 2006, post: 'BAKU', serial: 300, date: '2006-03-20', subject: 'MINISTRY LISTS THE FARMS', tags: 'ELAB AJ', refs: ['BAKU 100'], body: ['(U) The list promised in reftel is out.'] }),
  'c.txt': cableText({ year: 2006, post: 'ANKARA', serial: 50, date: '2006-01-15', subject: 'HAZELNUT PICKERS', tags: 'ELAB TU' }),
  'd.txt': cableText({
    year: 2006,
    post: 'TBILISI',
    serial: 900,
    date: '2006-05-02',
    subject: 'WHAT THE NEIGHBOURS DO ABOUT HARVEST WORK',
    tags: 'ELAB PHUM GG',
    refs: ['BAKU 300', 'ANKARA 50', 'BAKU 200', 'DOE-ROE TELCON 04/30/06'],
    body: [
      '(SBU) Summary: The neighbours act, as refs A and B say, and\nref C did before. End summary.',
      '(U) The list of ref A has two pages. See also 05 YEREVAN 77 and septel;\npara 1 sums up. The call (ref D) added nothing. Ref F is unknown.',
      '(U) Comment: Reftels agree. End comment.',
    ],
  }),
  'e.txt': cableText({ year: 2006, post: 'STATE', serial: 7000, date: '2006-06-01', subject: 'THANKS FOR THE HARVEST REPORTING', tags: 'ELAB', refs: ['TBILISI 900', 'BAKU 300'], body: ['(U) Ref A is a model. Refs A and B go to Congress.'] }),
};
