// Writes small data files in the three forms that the official ones have had, with figures and sentences of our own.

export type Fields = { [name: string]: string | Fields | Fields[] | string[] };

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function inner(fields: Fields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => `<${name}>${typeof one === 'string' ? escaped(one) : inner(one)}</${name}>\n`))
    .join('');
}

/** The text of a countries file. */
export function countriesXml(...countries: Fields[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Countries>\n${countries.map((country) => inner({ Country: country })).join('')}</Countries>\n`;
}

/** The text of a goods file. */
export function goodsXml(...goods: Fields[]): string {
  return `<Goods>\n${goods.map((good) => inner({ Good: good })).join('')}</Goods>\n`;
}

/** A country in the form of 2014: percent, codes, years of the data and of the actions, no enforcement. */
export const country2014: Fields = {
  Name: 'Kazakhstan',
  Region: 'Asia & Pacific',
  ISO2: 'KZ',
  ISO3: 'KAZ',
  Advancement_Level: 'Minimal Advancement',
  Description: 'In 2014, the country did a little. Children still pick cotton.',
  Goods: { Good: [{ Good_Name: 'Cotton', Child_Labor: 'Yes', Forced_Labor: 'No', Forced_Child_Labor: 'No' }] },
  Country_Statistics: {
    Children_Work_Statistics: { Age_Range: '5-14', Total_Percentage_of_Working_Children: '3.2', Total_Working_Population: '79690.0', Agriculture: '', Services: '', Industry: '' },
    Education_Statistics_Attendance_Statistics: { Year: '2006.0', Age_Range: '5-14', Percentage: '90.7' },
    UNESCO_Primary_Completion_Rate: { Year: '2013.0', Rate: '102.2' },
  },
  Master_Data: { C_138_Ratified: 'Yes', Palermo_Ratified: 'No', Minimum_Age_for_Work_Estabslished: 'Yes', Minimum_Age_for_Work: '16.0', Minimum_Age_for_Compulsory_Education: 'None' },
  Suggested_Actions: { Enforcement: { Action: [{ Name: 'Visit the fields in the autumn.', Years: '2009 – 2012, 2014' }] }, Laws: { Action: [{ Name: 'Write the list of dangerous work.', Years: '2014' }] } },
};

/** A country in the form of 2016 to 2022: fractions, laws and enforcement. */
export const country2017: Fields = {
  Name: 'Uzbekistan',
  Webpage: 'https://www.example.org/uzbekistan',
  Region: 'Asia & the Pacific',
  Multiple_Territories: 'No',
  Advancement_Level: 'Minimal Advancement',
  Automatic_Downgrade: 'Minimal Advancement – Efforts Made but Continued Practice that Delayed Advancement',
  Description: 'In 2017, the country did something.\nIt also wrote a plan.',
  Goods: '',
  Country_Statistics: {
    Children_Work_Statistics: { Age_Range: '5-14', Total_Percentage_of_Working_Children: '0.0324', Total_Working_Population: 'Unavailable', Agriculture: '0.907' },
    'Children_Working_and_Studying_7-14_yrs_old': '',
    UNESCO_Primary_Completion_Rate: { Rate: '1.02' },
  },
  Legal_Standards: {
    Minimum_Work: { Standard: 'No', Age: '16', Calculated_Age: 'No', Conforms_To_Intl_Standard: 'No' },
    Minumum_Voluntary_Military: { Standard: 'N/A*†', Age: '16+', Calculated_Age: 'No', Conforms_To_Intl_Standard: 'N/A*†' },
  },
  Enforcements: { Labor_Funding: '$1.1 million', Labor_Inspectors: '2,006‡', Labor_Violations: 'Unknown*', Labor_New_Law_Training: 'N/A', Criminal_Convictions: '0', Criminal_Penalties_for_WFCL: '4' },
  Suggested_Actions: { Legal_Framework: { Action: [{ Name: 'Set the age\nat fifteen.' }] }, Coordination: { Action: [{ Name: 'Not Applicable' }] } },
  Mechanisms: { Policy: 'Yes', Program: 'NA' },
};

/** A country of two territories; each value names its own. */
export const twoTerritories: Fields = {
  Name: 'Iraq',
  Multiple_Territories: 'Yes',
  Description: 'In 2017, there were two inspectorates.',
  Legal_Standards: {
    Minimum_Work: {
      Territory: [
        { Territory_Name: 'North', Territory_Display_Name: 'North Region', Standard: 'Yes', Age: '15', Calculated_Age: 'No', Conforms_To_Intl_Standard: 'Yes' },
        { Territory_Name: 'South', Territory_Display_Name: 'South', Standard: 'No', Age: '12', Calculated_Age: 'No', Conforms_To_Intl_Standard: 'No' },
      ],
    },
  },
  Enforcements: { Labor_Inspectors: { Territory: [{ Territory_Name: 'North', Territory_Display_Name: 'North Region', Enforcement: '40' }, { Territory_Name: 'South', Territory_Display_Name: 'South', Enforcement: 'Unknown' }] } },
};
