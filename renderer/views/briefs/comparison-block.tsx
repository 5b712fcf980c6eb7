// A comparison in a brief: which country, years, section and kinds of change its table shows. The rows are in the preview.

import { useState } from 'react';
import { type ComparisonSpec, defaultMaxRows } from '../../../shared/core/brief.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { Checkbox, ComboBox, TextField } from '../../components/fields.tsx';
import { Link } from '../../components/link.tsx';
import { ChangeSign } from '../../components/marks.tsx';
import { useAutosave } from '../../components/use-autosave.ts';
import { link } from '../../routes.ts';
import { changeClasses } from '../../../shared/core/comparison.ts';
import { readYears, yearsWords } from '../../components/finding-words.ts';
import type { BlockBodyProps } from './block-props.ts';

/** More would not be read; the same as the contract allows. */
const mostRows = 1000;

export function ComparisonBlock({ block, save }: BlockBodyProps) {
  const { run } = useCommand('briefs.updateBlock');
  const editions = useQuery('compare.editions', {}).data ?? [];
  const title = useAutosave(block.text, save);
  const spec = block.comparison;
  const country = editions.find((each) => each.country === spec?.country);
  const change = (changes: Partial<ComparisonSpec>) => {
    const whole = { ...(spec ?? emptySpec), ...changes };
    return whole.country !== '' && whole.years.length > 0 ? run({ id: block.id, comparison: whole }) : undefined;
  };
  const choices = editions.filter((each) => each.editions.length > 1).map((each) => ({ id: each.country, label: each.countryName, detail: `${each.editions.length} editions` }));
  return (
    <div className="brief-comparison">
      <TextField className="brief-comparison-title" label="Title of the table" value={title.text} onChange={title.setText} onBlur={title.flush} placeholder="Enforcement, 2019 to 2021" />
      <ComboBox
        key={`${spec?.country ?? ''} ${choices.length}`}
        label="Country"
        choices={choices}
        value={spec?.country ?? null}
        onChange={(iso3) => {
          const chosen = editions.find((each) => each.country === iso3);
          if (chosen && iso3 !== spec?.country) void change({ country: chosen.country, years: lastYears(chosen.editions), documentIds: [], section: null });
        }}
        error={choices.length === 0 ? 'A comparison needs two editions of one country.' : null}
      />
      <Years key={spec?.years.join() ?? ''} years={spec?.years ?? []} known={country?.editions.map((each) => each.year) ?? []} onChange={(years) => void change({ years, documentIds: [] })} />
      <Section stored={spec?.section ?? ''} onChange={(section) => change({ section: section.trim() || null })} />
      <MaxRows key={spec?.maxRows ?? 0} stored={spec?.maxRows ?? defaultMaxRows} onChange={(maxRows) => void change({ maxRows })} />
      <fieldset className="brief-comparison-classes" aria-label="Kinds of change">
        {changeClasses.map((each) => (
          <Checkbox
            key={each}
            isOn={spec === null || spec.classes.length === 0 || spec.classes.includes(each)}
            isDisabled={spec === null}
            onChange={(isOn) => {
              const shown = spec && spec.classes.length > 0 ? spec.classes : [...changeClasses];
              void change({ classes: isOn ? [...shown, each] : shown.filter((other) => other !== each) });
            }}
          >
            <ChangeSign change={each} withName />
          </Checkbox>
        ))}
      </fieldset>
      {spec && (
        <Link className="brief-comparison-link" to={link.compare({ country: spec.country, documentIds: spec.documentIds, section: spec.section })}>
          Open in Compare
        </Link>
      )}
    </div>
  );
}

const emptySpec: ComparisonSpec = { country: '', years: [], documentIds: [], section: null, classes: [], maxRows: defaultMaxRows };

/** The last two editions: what has changed of late. */
function lastYears(editions: readonly { year: number }[]): number[] {
  return [...new Set(editions.map((each) => each.year))].toSorted((one, other) => one - other).slice(-2);
}

function Years({ years, known, onChange }: { years: number[]; known: readonly number[]; onChange: (years: number[]) => void }) {
  const [typed, setTyped] = useState(years.length > 0 ? yearsWords(years) : '');
  const read = readYears(typed);
  const missing = (read ?? []).filter((year) => known.length > 0 && !known.includes(year));
  const keep = () => {
    if (read && read.length > 0 && read.length <= 9 && read.join() !== years.join()) onChange(read);
  };
  const error = read === null || read.length > 9 ? 'Two to nine years, as 2019–2021 or 2019, 2021.' : missing.length > 0 ? `No edition of ${missing.join(', ')}.` : null;
  return <TextField label="Years" value={typed} onChange={setTyped} onBlur={keep} onSubmit={keep} error={error} placeholder="2019–2021" />;
}

function Section({ stored, onChange }: { stored: string; onChange: (section: string) => Promise<unknown> | undefined }) {
  const section = useAutosave(stored, onChange);
  return <TextField label="Section" value={section.text} onChange={section.setText} onBlur={section.flush} placeholder="All sections" />;
}

function MaxRows({ stored, onChange }: { stored: number; onChange: (rows: number) => void }) {
  const [typed, setTyped] = useState(String(stored));
  const rows = Number(typed);
  const isGood = Number.isInteger(rows) && rows >= 1 && rows <= mostRows;
  const keep = () => {
    if (isGood && rows !== stored) onChange(rows);
  };
  return <TextField label="Rows at most" value={typed} onChange={setTyped} onBlur={keep} onSubmit={keep} error={isGood ? null : `A number from 1 to ${mostRows}.`} />;
}
