// Writes a small report in the form of the Labor Department's yearly country reports, with an invented country's worth of invented facts in our own
// words, so that recognition can be tested without the real documents. Only the headings and table titles are those of the series.

import { PageSheet, pdfOf } from '../importers/pdf-writing.ts';

export type ReportOptions = {
  country?: string;
  year?: number;
  level?: string;
  sentence?: string;
  /** Changes a heading, caption or column name before it is printed: for damaged case and misprints. */
  spelled?: (text: string) => string;
  /** Leaves the labor inspectorate's table out, which moves all later numbers. */
  withoutInspectorate?: boolean;
  /** Column heads and rows of the labor enforcement table; the default has two years. */
  inspectorate?: { header: string[]; rows: (string | string[])[][] };
  /** The rule between the first two suggested actions is missing. */
  mergedActions?: boolean;
  lawsHeader?: (string | string[])[];
};

const left = 54;
const body = (country: string) => [`Much was written of ${country} in that year by people who travelled there and saw the fields,`, 'the markets and the schools with their own eyes, and wrote it down for others to read. (1)'];

/** The bytes of a three-page report. */
export function reportPdf(options: ReportOptions = {}): Uint8Array {
  const country = options.country ?? 'Fiji';
  const year = options.year ?? 2018;
  const level = options.level ?? 'MODERATE ADVANCEMENT';
  const spelled = options.spelled ?? ((text: string) => text);
  let table = 0;
  const caption = (title: string): string => spelled(`Table ${++table}. ${title}`);
  const names = (columns: (string | string[])[]): (string | string[])[] => columns.map((name) => (Array.isArray(name) ? name.map(spelled) : spelled(name)));
  const pages = [1, 2, 3].map((number) =>
    new PageSheet()
      .text(number % 2 === 1 ? 430 : left, 43, country, 26)
      .text(left, 66, spelled(level), 12, 'bold')
      .text(200, 762, number % 2 === 1 ? `${year} FINDINGS ON THE WORST FORMS OF CHILD LABOR` : 'BUREAU OF INTERNATIONAL LABOR AFFAIRS', 8)
      .text(number % 2 === 1 ? 580 : 26, 762, String(number), 10, 'bold'),
  );
  const [one, two, three] = pages as [PageSheet, PageSheet, PageSheet];

  one.lines(left, 90, [options.sentence ?? `In ${year}, ${country} made a moderate advancement in the matter of child work.`, 'A new law was read twice and the inspectors were given bicycles.', 'Still, children are at work in the fields.'], 12, 'italic', 14);
  one.text(left, 150, spelled('I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR'), 12, 'bold').lines(left, 168, body(country));
  one.text(left, 205, caption("Statistics on Children's Work and Education"), 11, 'bold').text(390, 205, 'Figure 1. Children by Sector, Ages 5-14', 9, 'bold');
  one.table([left, 195, 240, 310], 212, names(['Children', 'Age', 'Percent']), [['Working (% and population)', '5 to 14', '4.5 (12,340)'], ['Attending School (%)', '5 to 14', '91.0'], ['Combining Work and School (%)', '7 to 14', 'Unavailable'],
    ['Primary Completion Rate (%)', '', '101.3']]);
  one.text(430, 235, 'Services', 9).text(432, 246, '30.5%', 9).text(350, 262, 'Agriculture', 9).text(352, 273, '60.0%', 9).text(440, 290, 'Industry', 9).text(442, 301, '9.5%', 9);
  one.text(left, 315, 'Source for primary completion rate: Data from 2016, counted by us. (2)', 8).text(left, 325, 'Source for all other data: A count of 2011. (3)', 8);
  one.text(left, 355, spelled('II. LEGAL FRAMEWORK FOR CHILD LABOR'), 12, 'bold').lines(left, 373, [`${country} has ratified most key conventions (Table 2).`]);
  one.text(left, 395, caption('Ratification of International Conventions on Child Labor'), 11, 'bold');
  const ticked = one.table([left, 110, 480, 558], 402, names(['', 'Convention', 'Ratification']), [['', 'ILO C. 138, Minimum Age', ''], ['', 'ILO C. 182, Worst Forms of Child Labor', ''], ['', 'UN CRC', ''], ['', 'UN CRC Optional Protocol on Armed Conflict', ''], ['', 'Palermo Protocol on Trafficking in Persons', '']]);
  one.tick(515, ticked - 60).tick(515, ticked - 45).tick(515, ticked - 13);
  one.text(left, ticked + 30, caption('Laws and Regulations on Child Labor'), 11, 'bold');
  one.table([left, 210, 300, 340, 558], ticked + 37, names(options.lawsHeader ?? ['Standard', ['Meets', 'International', 'Standards'], 'Age', 'Legislation']), [
    ['Minimum Age for Work', 'No', '15†', 'Section 3 of an act (4)'],
    ['Minimum Age for Hazardous Work', 'Yes', '18', 'Section 4 of an act (4,5)'],
    [['Prohibition of Commercial Sexual', 'Exploitation of Children'], 'Yes', '', ['Sections 7 and 8 of an act; section 9', 'of another act (5)']],
    ['A Standard of Another Series', 'No', '3', 'None'],
    ['Compulsory Education Age', 'N/A*', '16, 17', 'Section 2'],
  ]);

  two.text(left, 90, spelled('III. ENFORCEMENT OF LAWS ON CHILD LABOR'), 12, 'bold').lines(left, 108, body(country)).text(left, 150, 'Labor Law Enforcement', 11, 'bold');
  let y = 170;
  if (options.withoutInspectorate !== true) {
    two.text(left, y, caption('Labor Law Enforcement Efforts Related to Child Labor'), 11, 'bold');
    const { header, rows } = options.inspectorate ?? {
      header: ['Overview of Labor Law Enforcement', String(year - 1), String(year)],
      rows: [
        ['Labor Inspectorate Funding', 'Unknown (6)', ['$3.1 million', '(6.6 million FJD)', '(6)']],
        ['Number of Labor Inspectors', '1,234 (6)', '20† (7, 8)'],
        ['Initial Training for New Labor Inspectors', 'Yes (6)', 'N/A'],
        ['Number of Labor Inspections Conducted', '49, 363', 'Unavailable'],
      ],
    };
    const below = two.table(header.map((_, at) => [left, 380, 470, 514][at] ?? 514).concat(558), y + 7, names(header), rows);
    two.text(left, below + 12, '† Data are from July to June.', 8);
    two.lines(left, below + 35, ['The number of labor inspectors is likely insufficient for so many islands. (9)']);
    y = below + 65;
  }
  two.text(left, y, 'Criminal Law Enforcement', 11, 'bold').text(left, y + 24, caption('Criminal Law Enforcement Efforts Related to Child Labor'), 11, 'bold');
  const criminal = two.table([left, 380, 470, 558], y + 31, names(['Overview of Criminal Law Enforcement', String(year - 1), String(year)]), [['Number of Investigations', '3 (6)', 'Unknown'], ['Number of Convictions', '0', '1 (7)']]);
  two.text(left, criminal + 35, spelled('VII. SUGGESTED GOVERNMENT ACTIONS TO ELIMINATE CHILD LABOR'), 12, 'bold').lines(left, criminal + 53, ['What follows was suggested.']);
  two.text(left, criminal + 75, caption('Suggested Government Actions to Eliminate Child Labor'), 11, 'bold');
  two.table([left, 140, 480, 558], criminal + 82, names(['Area', 'Suggested Action', 'Year(s) Suggested']), [
    ...(options.mergedActions === true
      ? [[['Legal', 'Framework'], ['Write the law in words that children can', 'read.', 'Read it to them.'], [`${year - 4} – ${year}`, '', String(year)]]]
      : [
          [['Legal', 'Framework'], ['Write the law in words that children can', 'read.'], `${year - 4} – ${year}`],
          [null, 'Read it to them.', String(year)],
        ]),
    ['Enforcement', 'Mend the bicycles of the inspectors.', String(year)],
  ]);
  three.text(left, 90, spelled('Table ' + table + '. Suggested Government Actions to Eliminate Child Labor (Cont.)'), 11, 'bold');
  const end = three.table([left, 140, 480, 558], 97, names(['Area', 'Suggested Action', 'Year(s) Suggested']), [['Policies', 'Write a policy, and then another.', `2012 – ${year}`]]);
  three.text(left, end + 30, spelled('REFERENCES'), 10, 'bold').lines(left, end + 45, ['1. A book about islands. Suva; 2014.', '2. A count of schools. Suva; 2016.'], 8);
  return pdfOf(pages);
}
