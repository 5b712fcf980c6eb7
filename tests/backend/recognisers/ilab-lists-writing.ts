// Writes a report of two pages that lists activities, legislation, institutions and references, in our own words: for the way of these lists from the page
// to the screen. Only headings, table titles and the words of notes are those of the series.

import { PageSheet, pdfOf } from '../importers/pdf-writing.ts';

const left = 54;
const reading = ['Much was written of Fiji in that year by people who travelled there and saw the fields, the markets', 'and the schools with their own eyes. (1,2) They wrote it down for others to read. (2)'];

/** The bytes of a report on Fiji for 2019. */
export function listsPdf(): Uint8Array {
  const pages = [1, 2].map((number) =>
    new PageSheet()
      .text(number === 1 ? 430 : left, 43, 'Fiji', 26)
      .text(left, 66, 'MODERATE ADVANCEMENT', 12, 'bold')
      .text(200, 762, number === 1 ? '2019 FINDINGS ON THE WORST FORMS OF CHILD LABOR' : 'BUREAU OF INTERNATIONAL LABOR AFFAIRS', 8)
      .text(580, 762, String(number), 10, 'bold'),
  );
  const [one, two] = pages as [PageSheet, PageSheet];
  one.lines(left, 90, ['In 2019, Fiji made a moderate advancement in the matter of child work.'], 12, 'italic');
  one.text(left, 120, 'I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR', 12, 'bold').lines(left, 138, reading);
  one.text(left, 185, 'Table 2. Overview of Children’s Work by Sector and Activity', 11, 'bold');
  const sectors = one.table([left, 200, 558], 192, ['Sector/Industry', 'Activity'], [['Agriculture', 'Carrying baskets and climbing palms† (1,2)'], [null, 'Fishing for eels (2)'], [['Categorical Worst Forms', 'of Child Labor‡'], 'Forced begging (3)']]);
  one.text(left, sectors + 12, '† Determined by national law or regulation as hazardous.', 8).text(left, sectors + 22, '‡ Child labor understood as the worst forms of child labor per se.', 8);
  one.text(left, sectors + 55, 'II. LEGAL FRAMEWORK FOR CHILD LABOR', 12, 'bold').lines(left, sectors + 73, reading);
  one.text(left, sectors + 115, 'Table 4. Laws and Regulations on Child Labor', 11, 'bold');
  one.table([left, 210, 300, 340, 558], sectors + 122, ['Standard', ['Meets', 'International', 'Standards'], 'Age', 'Legislation'], [['Minimum Age for Work', 'Yes', '15', 'Section 5 of the Basket Act (2)'], ['Compulsory Education Age', 'No', '14', 'Sections 2 and 3 of the School Act (3)']]);
  two.text(left, 90, 'III. ENFORCEMENT OF LAWS ON CHILD LABOR', 12, 'bold').lines(left, 108, reading);
  two.text(left, 150, 'Table 5. Agencies Responsible for Child Labor Law Enforcement', 11, 'bold');
  const agencies = two.table([left, 220, 558], 157, ['Organization/Agency', 'Role'], [['Ministry of Boats (MOB)*', 'Counts boats. (2) In 2019, hired three inspectors. (3)']]);
  two.text(left, agencies + 12, '* Agency responsible for child labor enforcement was created during the reporting period.', 8);
  two.text(left, agencies + 45, 'V. GOVERNMENT POLICIES ON CHILD LABOR', 12, 'bold').lines(left, agencies + 63, reading);
  two.text(left, agencies + 105, 'Table 9. Key Policies Related to Child Labor', 11, 'bold');
  const policies = two.table([left, 220, 558], agencies + 112, ['Policy', 'Description'], [['Plan for Children (2018–2022)', 'Wants schools on all islands. (1)'], ['Reef Charter', ['Research was unable to determine whether activities were', 'undertaken to implement this policy during the reporting period.']]]);
  two.text(left, policies + 40, 'REFERENCES', 10, 'bold').lines(left, policies + 60, ['1. A book about islands. Suva; 2014. http://example.test/islands.', '2. A count of schools. Suva; 2016.', '3. A letter about boats. Suva; 2018.'], 8);
  return pdfOf(pages);
}
