// Two editions of Fiji, a cable-like note between them and a data file's worth of disagreement: what every tab of Compare has something of.

import { countryPage } from './country-page.ts';

const references = ['Fishers of Fiji. A book about islands. Suva; 2014.', 'Embassy in Suva. Reporting, January 14, 2021.'];

export const twoEditions = {
  'fiji-2020.html': countryPage({
    year: 2020, inspectors: 200, references, body: 'In 2020, inspectors went to the reef of Kadavu twice and found nobody at work there. The harbour master keeps a list of boats.(2)',
    activities: [['Agriculture', 'Cutting cane (1)'], ['Services', 'Diving for pearls (1)']],
    standards: [['Minimum Age for Work', 'Yes', '14', 'Section 5 of the Basket Act (1)'], ['Compulsory Education Age', 'Yes', '16', 'Sections 2 and 3 of the School Act (1)']],
    agencies: [['Ombudsman for Children', 'Watches over the rights of children and receives complaints from them. (1)'], ['Ministry of Boats (MOB)', 'Counts boats. (1)']],
    policies: [['Plan for Children (2018–2020)', 'Wants schools on all islands. (1)']],
  }),
  'fiji-2021.html': countryPage({
    year: 2021, inspectors: 240, references, goods: ['Sugarcane', 'Pearls'], body: 'The harbour master keeps a list of boats.(2)',
    activities: [['Agriculture', 'Cutting cane† (1, 2)'], ['Services', 'Selling fish in markets (2)']],
    standards: [['Minimum Age for Work', 'Yes', '15', 'Section 6 of the Basket Act (1)'], ['Compulsory Education Age', 'Yes', '16', 'Sections 2–3 of the School Act (1)']],
    agencies: [['Human Rights Ombudsman', 'Watches over the rights of children and receives complaints from them. (1)'], ['Ministry of Boats (MOB)', 'Counts boats. (1)']],
    policies: [['Plan for Children (2021–2023)', 'Wants schools on all islands. (1)']],
  }),
};

/** A note of another hand: it disagrees about the inspectors of 2021 and speaks of the harbour master's list. */
export const islandNote = 'Notes from the harbour of Fiji\n\nIn 2021, Fiji employed 150 labor inspectors.\n\nThe harbour master keeps a list of boats and shows it to nobody but the captain of the port.\n\nCoconuts were cheap this year.';
