// The palette: type a few letters of a command, document, tag, finding or brief, and go there. Misspellings are forgiven.

import { BookOpen, Check, ChevronRight, FileText, GitCompareArrows, type LucideIcon, Search, Tag } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { commands } from '../../../shared/core/command-list.ts';
import { useQuery } from '../../backend/use-query.ts';
import { classes, KeyboardHint } from '../../components/button.tsx';
import { runCommand, useEnabledCommands } from '../../components/commands.tsx';
import { useKeysInForce } from '../../components/key-changes.ts';
import { link, navigate } from '../../routes.ts';
import { findEntries, indexEntries, type PaletteEntry } from './entries.ts';
import { useRecentEntries } from './recent-entries.ts';
import './palette.css';

const icons: Readonly<Record<PaletteEntry['type'], LucideIcon>> = { command: ChevronRight, document: FileText, tag: Tag, finding: Check, brief: BookOpen, comparison: GitCompareArrows, search: Search };
const groupNames: Readonly<Record<PaletteEntry['type'], string>> = { command: 'Command', document: 'Document', tag: 'Tag', finding: 'Finding', brief: 'Brief', comparison: 'Saved comparison', search: 'Search' };

export default function Palette({ onClose }: { onClose: () => void }) {
  const objects = useQuery('search.objects', {});
  const enabled = useEnabledCommands();
  const keys = useKeysInForce();
  const [recent, remember] = useRecentEntries();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();

  const index = useMemo(() => {
    const able = commands.filter((command) => enabled.has(command.id) && command.id !== 'palette.open');
    return indexEntries([
      ...able.map((command) => ({ key: `command ${command.id}`, type: 'command' as const, id: command.id, title: command.label, detail: '', keys: keys.get(command.id)?.[0] ?? null })),
      ...(objects.data ?? []).map((object) => ({ key: `${object.type} ${object.id}`, type: object.type, id: object.id, title: object.title, detail: object.detail, keys: null })),
    ]);
  }, [enabled, keys, objects.data]);
  const entries = useMemo(() => findEntries(index, text, recent), [index, text, recent]);
  const chosen = entries[Math.min(active, entries.length - 1)];

  const open = (entry: PaletteEntry) => {
    onClose();
    if (entry.type !== 'search') remember(entry.key);
    if (entry.type === 'command') runCommand(entry.id);
    else navigate(addressOf(entry));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.abs(step) === 1 ? (active + step + entries.length) % Math.max(1, entries.length) : Math.max(0, Math.min(entries.length - 1, active + step));
      setActive(next);
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) {
      event.preventDefault();
      open(chosen);
    }
  };

  return (
    <div className="palette" onKeyDown={onKeyDown}>
      <div className="palette-question">
        <Search size={16} aria-hidden />
        <input
          className="palette-input"
          role="combobox"
          aria-label="Search or jump to"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? `${id}-${entries.indexOf(chosen)}` : undefined}
          aria-autocomplete="list"
          placeholder="A command, document, tag, finding or brief"
          spellCheck={false}
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
        />
      </div>
      <ul className="palette-list" role="listbox" id={`${id}-list`} aria-label="Found" ref={list}>
        {entries.map((entry, position) => {
          const Icon = icons[entry.type];
          return (
            <li
              key={entry.key}
              id={`${id}-${position}`}
              role="option"
              aria-selected={entry === chosen}
              className={classes('palette-entry', entry === chosen && 'palette-entry-active')}
              onPointerMove={() => setActive(position)}
              onClick={() => open(entry)}
            >
              <Icon size={14} aria-hidden />
              <span className="palette-title truncate" title={entry.title}>
                {entry.title}
              </span>
              {entry.detail && <span className="faint truncate palette-detail">{entry.detail}</span>}
              {entry.keys ? <KeyboardHint keys={entry.keys} /> : <span className="faint palette-type">{groupNames[entry.type]}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function addressOf(entry: PaletteEntry): string {
  if (entry.type === 'document') return link.reader(entry.id);
  if (entry.type === 'tag') return link.codebook(entry.id);
  if (entry.type === 'finding') return link.findings(entry.id);
  if (entry.type === 'brief') return link.briefs(entry.id);
  if (entry.type === 'comparison') return link.compare({ saved: entry.id });
  return link.search({ query: entry.id });
}
