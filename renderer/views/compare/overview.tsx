// The comparison at a glance: levels by year, changes by section, and the few that say most. Each leads to its place.

import { changeClasses, type Comparison } from '../../../shared/core/comparison.ts';
import { ChangeSign, levelNames } from '../../components/marks.tsx';
import { PanelSection } from '../../components/panels.tsx';
import { CellText } from './cell-text.tsx';
import { noSection, sectionCounts } from './lines.ts';
import { columnName, mainClass } from './words.ts';

/** As many as are read before the text is opened. */
const telling = 8;

export function Overview({ comparison, onRow, onSection }: { comparison: Comparison; onRow: (index: number) => void; onSection: (title: string) => void }) {
  const sections = sectionCounts(comparison).filter((section) => section.changes > 0);
  const most = Math.max(1, ...sections.map((section) => section.changes));
  const rows = tellingRows(comparison);
  const levels = comparison.columns.filter((column) => column.level);
  return (
    <>
      {levels.length > 0 && (
        <section>
          <h2>Level</h2>
          <ol className="compare-levels">
            {levels.map((column, index) => {
              const before = levels[index - 1];
              const moved = before?.level && before.level.level !== column.level?.level;
              return (
                <li key={column.documentId}>
                  <strong className="figures">{columnName(column, comparison.columns)}</strong> {column.level && levelNames[column.level.level]}
                  {column.level?.qualifier && <span className="faint"> {column.level.qualifier}</span>}
                  {moved && <span className="compare-moved-level"> ⇅ moved</span>}
                </li>
              );
            })}
          </ol>
        </section>
      )}
      <section>
        <h2>Changes</h2>
        <p className="compare-counts">
          {changeClasses.filter((each) => comparison.counts[each] > 0).map((each) => <ChangeSign key={each} change={each} count={comparison.counts[each]} withName />)}
          <span className="faint figures">{comparison.counts.same.toLocaleString('en')} unchanged</span>
        </p>
        <ul className="compare-bars">
          {sections.map((section) => (
            <li key={section.title}>
              <button type="button" onClick={() => onSection(section.title)}>
                <span className="truncate" title={section.title}>{section.title}</span>
                <span className="compare-bar"><span style={{ width: `${(section.changes / most) * 100}%` }} /></span>
                <span className="figures">{section.changes} of {section.rows}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {rows.length > 0 && (
        <section>
          <h2>Numbers, negations and obligations that changed</h2>
          <ul className="compare-telling">
            {rows.map((index) => {
              const row = comparison.rows[index];
              if (!row) return null;
              return (
                <li key={index}>
                  <button type="button" onClick={() => onRow(index)}>
                    <span className="compare-telling-head"><ChangeSign change={mainClass(row)} /> <span className="faint">{row.section ?? noSection}</span></span>
                    {row.cells.map((cell, column) => cell && (
                      <span key={comparison.columns[column]?.documentId} className="compare-telling-cell">
                        <span className="faint figures">{comparison.columns[column] && columnName(comparison.columns[column], comparison.columns)}</span>
                        <CellText comparison={comparison} rowIndex={index} column={column} cell={cell} highlights={[]} />
                      </span>
                    ))}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {comparison.byTopic && (
        <PanelSection>
          <p className="faint">A cable and a report are not drafts of one another. Their passages stand side by side where they speak of the same things; no rewording is claimed.</p>
        </PanelSection>
      )}
    </>
  );
}

/** Rows whose changed words are numbers, negations or modals, the most changed first, then in the order of the text. */
function tellingRows(comparison: Comparison): number[] {
  return comparison.rows
    .map((row, index) => ({ index, score: row.steps.reduce((sum, step) => sum + (step?.parts.filter((part) => part.kind !== 'same' && part.emphasis !== null).length ?? 0), 0) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, telling)
    .map(({ index }) => index)
    .toSorted((one, other) => one - other);
}
