// The list of views at the left edge. Narrow windows show its signs only, with names in tooltips.

import { ArrowLeftRight, BookOpen, Highlighter, History, Library, type LucideIcon, ScrollText, Search, Settings, SquareCheck, Tags } from 'lucide-react';
import type { CommandId } from '../../../shared/core/command-list.ts';
import type { Route, ViewName } from '../../routes.ts';
import { Link } from '../link.tsx';
import { lastPlace } from './last-place.ts';
import { PassagePlace } from './passage-place.tsx';

type Entry = { view: ViewName; label: string; icon: LucideIcon; command: CommandId };

export const mainViews: readonly Entry[] = [
  { view: 'library', label: 'Library', icon: Library, command: 'go.library' },
  { view: 'reader', label: 'Reader', icon: BookOpen, command: 'go.reader' },
  { view: 'codebook', label: 'Codebook', icon: Tags, command: 'go.codebook' },
  { view: 'annotations', label: 'Highlights', icon: Highlighter, command: 'go.annotations' },
  { view: 'findings', label: 'Findings', icon: SquareCheck, command: 'go.findings' },
  { view: 'compare', label: 'Compare', icon: ArrowLeftRight, command: 'go.compare' },
  { view: 'search', label: 'Search', icon: Search, command: 'go.search' },
  { view: 'briefs', label: 'Briefs', icon: ScrollText, command: 'go.briefs' },
];

export const lowerViews: readonly Entry[] = [
  { view: 'activity', label: 'Activity', icon: History, command: 'go.activity' },
  { view: 'settings', label: 'Settings', icon: Settings, command: 'go.settings' },
];

export function Navigation({ route }: { route: Route }) {
  return (
    <nav className="navigation" aria-label="Views">
      <ul>
        {mainViews.map((entry) => (
          <NavigationItem key={entry.view} entry={entry} route={route} />
        ))}
      </ul>
      <ul className="navigation-lower">
        {lowerViews.map((entry) => (
          <NavigationItem key={entry.view} entry={entry} route={route} />
        ))}
      </ul>
    </nav>
  );
}

function NavigationItem({ entry, route }: { entry: Entry; route: Route }) {
  const isHere = route.view === entry.view || (route.view === 'home' && entry.view === 'library');
  const content = (
    <Link to={lastPlace(entry.view)} className="navigation-item" title={entry.label} aria-current={isHere ? 'page' : undefined}>
      <entry.icon size={16} aria-hidden />
      <span className="navigation-name">{entry.label}</span>
    </Link>
  );
  if (entry.view === 'findings' || entry.view === 'briefs') return <PassagePlace into={entry.view === 'findings' ? 'finding' : 'brief'}>{content}</PassagePlace>;
  return <li>{content}</li>;
}
