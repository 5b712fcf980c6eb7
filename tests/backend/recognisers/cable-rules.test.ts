// The single rules by which the fields of a cable are read, on words of our own, and the score over the collected cases.

import { describe, expect, it } from 'vitest';
import { recogniseCableFragment } from '../../../shared/backend/recognisers/cable.ts';
import type { FragmentHints } from '../../../shared/backend/recognisers/cable/fragment.ts';
import { cableCases, scoreCables } from '../../score/cables.ts';
import { sharedPresent } from '../../support/shared.ts';

describe.skipIf(!sharedPresent)('the collected cases (needs ../shared)', () => {
  it('are right for at least 99 in 100 plain and 80 in 100 hard ones', () => {
    const results = scoreCables(cableCases());
    const share = (hard: boolean): number => {
      const part = results.filter((result) => result.one.hard === hard);
      return part.filter((result) => result.right).length / part.length;
    };
    expect(results.length).toBeGreaterThan(300);
    expect(share(false)).toBeGreaterThanOrEqual(0.99);
    expect(share(true)).toBeGreaterThanOrEqual(0.8);
  });
});

it.each([
  ['10 OTTAWA 57', '10OTTAWA57'],
  ["'09 Cairo 0561", '09CAIRO561'],
  ['2007 Rio de Janeiro 000044', '07RIODEJANEIRO44'],
  ['07ASTANA3256_a', '07ASTANA3256'],
  ['09EFTOLAPAZ8', '09LAPAZ8'],
  ['09SECTION02OF03LIMA8', '09LIMA8'],
  ['09ECTIONQ2OF03LIMA8', '09LIMA8'],
  ['09TNIS8', '09TUNIS8'],
  ['09SUVA0008ZFR9', '09SUVA8'],
  ['7575LIMA9', '75LIMA9'],
  ['1976BUENOS01234_b', '76BUENOSAIRES1234'],
  ['09NOWHERE8', '09NOWHERE8'],
  ['06ASTANA', '06ASTANA'],
  ['', ''],
  ['not an identifier at all', 'not an identifier at all'],
])('reads the identifier %j as %s', (published, canonical) => {
  expect(recogniseCableFragment('reference_id', published)).toBe(canonical);
});

describe('TAGS', () => {
  it.each<[string, string[]]>([
    ['TAGS: elab, phum KZ', ['ELAB', 'PHUM', 'KZ']],
    ['TAGS: ELABPHUMKTIP KZ', ['ELAB', 'PHUM', 'KTIP', 'KZ']],
    ['TAGS: PRELUZ ELAB', ['PREL', 'UZ', 'ELAB']],
    ['TAGS: OVIP (ROE, RICHARD; DOE, JANE), PREL', ['OVIP', 'ROE, RICHARD', 'DOE, JANE', 'PREL']],
    ['TAGS: OVIP ROE RICHARD PREL', ['OVIP', 'ROE, RICHARD', 'PREL']],
    ['TAGS: ELAB HUMAN RIGHTS LABOR CONSULAR AFFAIRS', ['ELAB', 'HUMAN RIGHTS', 'LABOR', 'CONSULAR AFFAIRS']],
    ['TAGS: ELAB PHUM,\n\nKZ\n\nSUBJECT: A FARM', ['ELAB', 'PHUM', 'KZ']],
    ['TAGS: ELAB PHUM\nEIND UZ\nSUBJECT: A FARM', ['ELAB', 'PHUM', 'EIND', 'UZ']],
    ['TAGS: ELAB\nSENSITIVE\nSUBJECT: A FARM', ['ELAB']],
    ['TABS: ELAB SIPDIS, ELAB, UNGA/C-6', ['ELAB', 'UNGA/C-6']],
    ['TAGS:\nSUBJECT: NONE', []],
    ['no label here', []],
  ])('reads %j', (input, tags) => {
    expect(recogniseCableFragment('tags', input)).toEqual(tags);
  });

  it.each([
    ['UN', 'organization'],
    ['UZ', 'geo'],
    ['QQ', 'geo'],
    ['KZZZ', 'program'],
    ['ELAB', 'subject'],
    ['ROE, RICHARD', 'person'],
    ['COUNTRY CLEARANCE', 'phrase'],
  ])('knows the kind of %s', (tag, kind) => {
    expect(recogniseCableFragment('tag-kind', tag)).toBe(kind);
  });
});

it.each<[string, string | null, FragmentHints?]>([
  ['SUBJECT: A FARM\nAND A MINE\n\nREF: STATE 1', 'A FARM AND A MINE'],
  ['SUBJECT:\n\nA farm and a mine\n1. (U) Text', 'A farm and a mine'],
  ['SUBJECT: (SBU) A FARM (PART 2)', 'A FARM (PART 2)'],
  ['SUBJECT: (SBU) A FARM', '(SBU) A FARM', { clean: false }],
  ['SUBJECT: A FARM (U)\n-----\nSUMMARY', 'A FARM'],
  ['SUBJECT: US-\nFUNDED MONITORS', 'US-FUNDED MONITORS'],
  ['SUBJECT: A FARMREF: A. ACCRA 5', 'A FARM'],
  ['SUBJECT: A FARM Classified By: somebody', 'A FARM'],
  ['SUBJECT: 1 YEAR AFTER THE\n1 DAY STRIKE', '1 YEAR AFTER THE 1 DAY STRIKE'],
  ['SUBJECT: ОТЧЁТ О ФЕРМЕ', 'ОТЧЁТ О ФЕРМЕ'],
  ['SUBJECT:\nREF: STATE 1', ''],
  ['nothing', null],
])('reads the subject of %j', (input, subject, hints = {}) => {
  expect(recogniseCableFragment('subject', input, { clean: true, ...hints })).toBe(subject);
});

describe('REF', () => {
  const values = (input: string, hints: FragmentHints = {}): unknown => recogniseCableFragment('references', input, { year: 2009, ...hints });

  it.each<[string, string[]]>([
    ['REF: A. 07 ASTANA 891 B. ALMATY 12-08 C. ALMATY 13 (06)', ['07ASTANA891', '08ALMATY12', '06ALMATY13']],
    ['REF: (A) 07STATE158 (B) STATE 159', ['07STATE158', '09STATE159']],
    ['REFS: 094 LIMA 7; LIMA 8, 9 AND 10', ['94LIMA7', '09LIMA8', '09LIMA9', '09LIMA10']],
    ['REFTEL: LIMA 18, 19 AND 20', ['09LIMA18', '09LIMA19', '09LIMA20']],
    ['REF: LIMA 936/935 B. 06 LIMA 21/22', ['09LIMA936', '09LIMA935', '06LIMA21', '06LIMA22']],
    ['REF: C) RIO\nDE JANEIRO 1291\nD. 03\n\nHANOI 2323\n\nPlease note the following.', ['09RIODEJANEIRO1291', '03HANOI2323']],
    ['REF: 870 Ulaanbaatar; BAGHDAD #3565; LAGOS O1512', ['09ULAANBAATAR870', '09BAGHDAD3565', '09LAGOS1512']],
    ['REF: A. LIMA 18 B. 2962', ['09LIMA18', '09LIMA2962']],
    ['REF: A. LIMA 18 ("TWO 2008 REPORTS") B. LIMA 19 (NOTAL) AND PREVIOUS', ['09LIMA18', '09LIMA19']],
    ['REF: A. LIMA 18\nLIMA 00000044 001.2 OF 003\nB. LIMA 19', ['09LIMA18', '09LIMA19']],
    ['REF: LIMA 18\n\nCLASSIFIED BY: THE DCM, SEE LIMA 44', ['09LIMA18']],
    ['REF: STATE 77\n1. STATE asked on 3 May whether LIMA 5 had come.', ['09STATE77']],
  ])('reads cables in %j', (input, expected) => {
    expect(values(input)).toEqual(expected);
  });

  it.each([
    'REF: DAILY REPORT FOR OCTOBER 28',
    'REF: OSC EUP20080707950031 LONDON 20',
    'REF: SECDEF R162245Z OCT 08',
    'REF: 2004 HUMAN RIGHTS REPORT',
    'REF: PARIS POINTS JULY 15',
    'REF: STRATEGY FOR BRAZIL 2008',
    'REF: 9 FAM APPENDIX K',
  ])('makes no cable out of %j', (input) => {
    expect(values(input)).toEqual([]);
  });

  it.each([
    ['REF: SMITH-JONES E-MAIL 12/01/09', 'email'],
    ['REF: SMITH/JONES TELCON OF MAY 5', 'telcon'],
    ['REF: MEMO OF MAY 5', 'memo'],
    ['REF: SMITH FAX 5/6', 'fax'],
    ['REF: MEETING OF MAY 5', 'meeting'],
    ['REF: 9 FAM APPENDIX K', 'book'],
    ['REF: IIR 6 832 0617 08', 'report'],
    ['REF: SECDEF R162245Z OCT 08', 'message'],
    ['REF: HTTP://EXAMPLE.ORG', 'web'],
    ['REF: A CONFERENCE LONG AGO', 'other'],
  ])('says what %j refers to', (input, kind) => {
    expect(recogniseCableFragment('references-ng', input, { year: 2009 })).toEqual([{ kind, bullet: null, value: input.slice(5) }]);
  });

  it('drops a reference to the cable itself', () => {
    expect(values('REF: A. LIMA 44 B. LIMA 18', { reference_id: '09LIMA44' })).toEqual(['09LIMA18']);
  });
});

it.each([
  ['THE MINISTER OF LABOR VISITS THE ILO', 'The Minister of Labor Visits the ILO'],
  ['NGO-RUN SCHOOLS: A SECOND LOOK', 'NGO-Run Schools: A Second Look'],
  ["IT'S THE EU'S MOVE", "It's the EU's Move"],
  ['A Mixed Case Title of the Embassy', 'A Mixed Case Title of the Embassy'],
  ['ÉCOLES ET CHAMPS', 'Écoles Et Champs'],
  ['', ''],
])('writes %j in title case', (input, title) => {
  expect(recogniseCableFragment('titlecase', input)).toBe(title);
});

it.each<[string, string | null]>([
  ['E.O. 12958: DECL: 2/3/19', '2019-02-03'],
  ['E.O. 12958: DECL: 13/45/2019', null],
  ['E.O. 12958: DECL: X1, X5', null],
  ['E.O. 12356: DECL: OADR', null],
  ['', null],
])('reads the declassification date of %j', (input, date) => {
  expect(recogniseCableFragment('declassify_on', input)).toBe(date);
});

it('leaves those after XMT out of the collective before it', () => {
  const input = 'FM SECSTATE WASHDC\nTO RUCNCIS/CIS COLLECTIVE PIORITY 0012\nXMT/AMEMBASSY MINSK\nAMEMBASSY KYIV\nRUEHTA/AMEMBASSY ASTANA 0044';
  expect(recogniseCableFragment('recipients', input, { field: 'TO' })).toEqual([
    { route: 'RUCNCIS', name: 'CIS COLLECTIVE', precedence: 'PRIORITY', mcn: '0012', excluded: ['AMEMBASSY MINSK', 'AMEMBASSY KYIV'] },
    { route: 'RUEHTA', name: 'AMEMBASSY ASTANA', precedence: null, mcn: '0044', excluded: [] },
  ]);
});

it.each([
  ['SUMMARY\n-------\n\n1. (C) One.\n\n2. (C) Two. End summary.\n\n3. (C) Three.', 'One.\nTwo.'],
  ['1. (SBU) Summary and comment: One. End summary and comment.\n\n2. Two.', 'One.'],
  ['1. (U) One.\n\n2. (U) Two.', null],
])('takes the summary out of %j', (input, summary) => {
  expect(recogniseCableFragment('summary', input)).toBe(summary);
});

it.each<[string, string[]]>([
  ['9. They will return. End comment.\n\nDE LA CRUZ\n', ['DE LA CRUZ']],
  ["9. They will return.\nO'MALLEY##\n\nUNCLASSIFIED\n\nNNNN", ["O'MALLEY"]],
  ['9. They will return.\nSTONE\n\nNOTE BY OC/T: THREE WORDS LOST.\n', ['STONE']],
  ['9. They will return.\n\nEND SUMMARY\n', []],
  ['9. They will return.', []],
  ['', []],
])('finds the signature in %j', (input, names) => {
  expect(recogniseCableFragment('signature', input)).toEqual(names);
});

it('reads on when hints have the wrong type', () => {
  const odd = { year: '2009', reference_id: 7, field: null, clean: 'no' } as unknown as FragmentHints;
  expect(recogniseCableFragment('references', 'REF: 08 LIMA 5', odd)).toEqual(['08LIMA5']);
  expect(recogniseCableFragment('subject', 'SUBJECT: (U) A FARM', odd)).toBe('A FARM');
});

it('refuses a part it does not know with a sentence', () => {
  expect(() => recogniseCableFragment('__proto__', 'x')).toThrow('is not a part of a cable');
});
