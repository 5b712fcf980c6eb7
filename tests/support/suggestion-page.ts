// A page of the yearly series for an invented year of Fiji, with suggested actions of our own; only its headings are those of the series.

export type PrintedSuggestion = [area: string, text: string, years: string];

/** Enough for the page to be recognised with its level, its inspectors (189, then 200 or 240) and its suggested actions. */
export function suggestionPage(year: number, actions: readonly PrintedSuggestion[], body = 'Much was written in that year by people who travelled there.'): string {
  const rows = actions.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  const table = (title: string, head: string[], inner: string) => `<table><caption>${title}</caption><tr>${head.map((name) => `<th>${name}</th>`).join('')}</tr>${inner}</table>`;
  return `<main><h1>Child Labor and Forced Labor Reports</h1><h2>Fiji</h2><div><p>Sugarcane</p><img alt="Child Labor Icon"></div><h3>Fiji</h3><h3>${year} Findings on the Worst Forms of Child Labor:</h3><p>Moderate Advancement</p>
    <p>In ${year}, Fiji made moderate advancement. Inspectors went to twelve fields and wrote down what they saw there. Nobody was fined, and the plan for the next year was not published.</p>
    <h3>I. Prevalence and Sectoral Distribution of Child Labor</h3><p>Children work.</p><h3>III. Enforcement of Laws on Child Labor</h3><p>${body}</p>
    ${table('Table 6. Labor Law Enforcement Efforts Related to Child Labor', ['Overview of Labor Law Enforcement', String(year - 1), String(year)], `<tr><td>Number of Labor Inspectors</td><td>189</td><td>${year === 2020 ? 200 : 240}</td></tr>`)}
    <h3>VII. Suggested Government Actions to Eliminate Child Labor</h3>${table('Table 11. Suggested Government Actions to Eliminate Child Labor', ['Area', 'Suggested Action', 'Year(s) Suggested'], rows)}</main>`;
}
