// Title, subtitle, author and date of a brief, as they will be printed; kept as they are typed.

import type { Brief } from '../../../shared/core/brief.ts';
import { useCommand } from '../../backend/use-command.ts';
import { TextField } from '../../components/fields.tsx';
import { useAutosave } from '../../components/use-autosave.ts';

export function BriefHead({ brief }: { brief: Brief }) {
  const { run } = useCommand('briefs.update');
  const { id } = brief;
  const title = useAutosave(brief.title, (text) => (text.trim() === '' ? undefined : run({ id, title: text })));
  const subtitle = useAutosave(brief.subtitle, (text) => run({ id, subtitle: text }));
  const author = useAutosave(brief.author, (text) => run({ id, author: text }));
  const date = useAutosave(brief.date, (text) => (isDate(text) ? run({ id, date: text }) : undefined));
  return (
    <div className="brief-head">
      <TextField label="Title" hideLabel className="brief-title" lines={1} value={title.text} onChange={(text) => title.setText(inOneLine(text))} onBlur={title.flush} error={title.text.trim() === '' ? 'A brief needs a title; the one before stays until there is a new one.' : null} />
      <TextField label="Subtitle" hideLabel className="brief-subtitle" lines={1} value={subtitle.text} onChange={(text) => subtitle.setText(inOneLine(text))} onBlur={subtitle.flush} placeholder="Subtitle" />
      <div className="brief-byline">
        <TextField label="Author, as printed" value={author.text} onChange={author.setText} onBlur={author.flush} placeholder="Nobody is named" />
        <TextField label="Date, as printed" value={date.text} onChange={date.setText} onBlur={date.flush} placeholder="2026-03-14" error={isDate(date.text) ? null : 'Write the date as 2026-03-14, or nothing.'} />
      </div>
    </div>
  );
}

/** A title is long at times, yet never several paragraphs. */
function inOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function isDate(text: string): boolean {
  return text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(new Date(text).getTime()));
}
