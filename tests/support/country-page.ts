// A page of the yearly series for an invented year of Fiji with its lists: activities, conventions, law, agencies, policies, references. In
// our own words; only headings, table titles and row names are those of the series.

export type CountryPage = {
  year: number;
  /** Sector and activity; a dagger at the end calls it hazardous. */
  activities?: [string, string][];
  /** Standard, whether it is met, age, legislation. */
  standards?: [string, string, string, string][];
  agencies?: [string, string][];
  policies?: [string, string][];
  inspectors?: number;
  /** What the section on enforcement says. */
  body?: string;
  references?: string[];
  goods?: string[];
};

export function countryPage({ year, activities = [], standards = [], agencies = [], policies = [], inspectors = 189, body = 'Inspectors write down what they see on the fields and in the markets of the islands.', references = [], goods = ['Sugarcane'] }: CountryPage): string {
  const table = (title: string, head: string[], rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? '' : `<table><caption>${title}</caption><tr>${head.map((name) => `<th>${name}</th>`).join('')}</tr>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  return `<main><h1>Child Labor and Forced Labor Reports</h1><h2>Fiji</h2><div>${goods.map((good) => `<p>${good}</p><img alt="Child Labor Icon">`).join('')}</div><h3>Fiji</h3><h3>${year} Findings on the Worst Forms of Child Labor:</h3><p>Moderate Advancement</p>
    <p>In ${year}, Fiji made moderate advancement. Inspectors went to twelve fields and wrote down what they saw there. Nobody was fined, and the plan for the next year was not published.</p>
    <h3>I. Prevalence and Sectoral Distribution of Child Labor</h3><p>Children work on the islands.</p>
    ${table('Table 2. Overview of Children’s Work by Sector and Activity', ['Sector/Industry', 'Activity'], activities)}
    ${activities.length > 0 ? '<p>† Determined by national law or regulation as hazardous and, as such, relevant to Article 3(d) of ILO C. 182.</p>' : ''}
    <h3>II. Legal Framework for Child Labor</h3><p>The law was not changed by the parliament of the islands.</p>
    ${table('Table 4. Laws and Regulations on Child Labor', ['Standard', 'Meets International Standards', 'Age', 'Legislation'], standards)}
    <h3>III. Enforcement of Laws on Child Labor</h3><p>${body}</p>
    ${table('Table 5. Agencies Responsible for Child Labor Law Enforcement', ['Organization/Agency', 'Role'], agencies)}
    ${table('Table 6. Labor Law Enforcement Efforts Related to Child Labor', ['Overview of Labor Law Enforcement', String(year - 1), String(year)], [['Number of Labor Inspectors', '180', String(inspectors)]])}
    <h3>V. Government Policies on Child Labor</h3><p>The government has policies on child labor.</p>
    ${table('Table 9. Key Policies Related to Child Labor', ['Policy', 'Description'], policies)}
    <h3>VII. Suggested Government Actions to Eliminate Child Labor</h3>${table('Table 11. Suggested Government Actions to Eliminate Child Labor', ['Area', 'Suggested Action', 'Year(s) Suggested'], [['Enforcement', 'Visit every island once a year.', String(year)]])}
    ${references.length > 0 ? `<h3>References</h3>${references.map((text, index) => `<p>${index + 1}. ${text}</p>`).join('')}` : ''}</main>`;
}
