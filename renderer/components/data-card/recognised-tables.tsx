// The tables recognised in a document, of whatever kind: title, size and place of each, and its first rows on request.

import type { Table } from '../../../shared/core/recognition.ts';
import { link } from '../../routes.ts';
import { Link } from '../link.tsx';
import { PanelSection } from '../panels.tsx';
import './recognised-tables.css';

/** More rows than these are read in the document. */
const shownRows = 8;
const shownTables = 100;

export function RecognisedTables({ documentId, tables }: { documentId: string; tables: readonly Table[] }) {
  return (
    <PanelSection title={tables.length === 1 ? 'Table' : `${tables.length.toLocaleString('en')} tables`}>
      <ul className="recognised-tables">
        {tables.slice(0, shownTables).map((table) => (
          <li key={table.start}>
            <Link to={link.reader(documentId, { start: table.start, end: table.end })}>{nameOf(table)}</Link>{' '}
            <span className="faint figures">{sizeOf(table)}</span>
            <details className="recognised-table">
              <summary>First rows</summary>
              <FirstRows table={table} />
            </details>
          </li>
        ))}
      </ul>
      {tables.length > shownTables && <p className="faint">The first {shownTables} are listed.</p>}
    </PanelSection>
  );
}

function FirstRows({ table }: { table: Table }) {
  return (
    <div className="recognised-table-rows">
      <table className="figures">
        {table.columns.length > 0 && (
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <th key={index} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {table.rows.slice(0, shownRows).map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > shownRows && <p className="faint">and {(table.rows.length - shownRows).toLocaleString('en')} more</p>}
    </div>
  );
}

function nameOf({ title, number, columns, rows }: Table): string {
  const words = title || (columns.length > 0 ? columns : (rows[0] ?? [])).filter(Boolean).slice(0, 3).join(', ') || 'Table without a title';
  return number ? `${number}. ${words}` : words;
}

function sizeOf({ columns, rows, page }: Table): string {
  const wide = Math.max(columns.length, ...rows.map((row) => row.length));
  return `${rows.length.toLocaleString('en')} × ${wide.toLocaleString('en')}${page === null ? '' : `, p. ${String(page)}`}`;
}
