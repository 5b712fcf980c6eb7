// The row above the document: which views are shown, where one is (page, printed number, section), and how large the pages are.

import { BookOpenText, Columns2, FileText, ListFilter, MoonStar, RotateCw, Search, SquareDashedMousePointer, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Button, IconButton } from '../../components/button.tsx';
import { runCommand } from '../../components/commands.tsx';
import { TextField } from '../../components/fields.tsx';
import { Menu } from '../../components/menu.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import type { PageZoom } from './pages/use-zoom.ts';
import type { PlainPage } from './pages/page-map.ts';
import type { Mode, Views } from './use-views.ts';
import './reader-bar.css';

type ReaderBarProps = {
  views: Views;
  /** Why there is no page view; null when there is one. */
  withoutPages: string | null;
  pageCount: number;
  /** Where one reads; null in a document without pages. */
  page: PlainPage | null;
  section: string | null;
  zoom: PageZoom;
  /** In percent, as it is drawn. */
  percent: number;
  dim: { isOn: boolean; isOffered: boolean; set: (isOn: boolean) => void };
  area: { isOn: boolean; toggle: () => void };
  /** Which highlights are shown; not offered where there are none. */
  filter: { isOn: boolean; isOffered: boolean; toggle: () => void };
  onGoToPage: (typed: string) => boolean;
};

const names: Record<Mode, { label: string; icon: typeof FileText }> = {
  text: { label: 'Text', icon: BookOpenText },
  pages: { label: 'Pages', icon: FileText },
  both: { label: 'Both', icon: Columns2 },
};

export function ReaderBar({ views, withoutPages, pageCount, page, section, zoom, percent, dim, area, filter, onGoToPage }: ReaderBarProps) {
  return (
    <Toolbar label="View of the document" className="reader-bar">
      {withoutPages === null ? (
        <ToggleButtonGroup aria-label="View" className="reader-bar-views" selectionMode="single" disallowEmptySelection selectedKeys={[views.mode]} onSelectionChange={(keys) => [...keys].forEach((key) => views.setMode(key as Mode))}>
          {(Object.keys(names) as Mode[]).map((mode) => {
            const { label, icon: Icon } = names[mode];
            return (
              <ToggleButton key={mode} id={mode} className="reader-bar-view">
                <Icon size={14} aria-hidden />
                <span className="reader-bar-view-name">{label}</span>
              </ToggleButton>
            );
          })}
        </ToggleButtonGroup>
      ) : (
        <span className="faint reader-bar-without">{withoutPages}</span>
      )}
      {page && <PageField key={page.number} page={page} pageCount={pageCount} onGo={onGoToPage} />}
      {section !== null && (
        <span className="reader-bar-section truncate" title={section}>
          {section}
        </span>
      )}
      <ToolbarSpace />
      <IconButton icon={Search} label="Find in this document" command="edit.find" onPress={() => void runCommand('edit.find')} />
      {filter.isOffered && <IconButton icon={ListFilter} label="Show some of the highlights" command="reader.filter" isOn={filter.isOn} onPress={filter.toggle} />}
      {views.showsPages && (
        <>
          <IconButton icon={SquareDashedMousePointer} label="Mark an area of the page" command="reader.area" isOn={area.isOn} onPress={area.toggle} />
          <IconButton icon={ZoomOut} label="Smaller" command="reader.zoomOut" onPress={() => zoom.step(-1)} />
          <Menu label="Zoom" entries={zoomEntries(zoom)}>
            <Button kind="quiet" className="figures reader-bar-zoom" aria-label={`Zoom, ${String(percent)} %`}>
              {percent} %
            </Button>
          </Menu>
          <IconButton icon={ZoomIn} label="Larger" command="reader.zoomIn" onPress={() => zoom.step(1)} />
          <IconButton icon={RotateCw} label="Turn the pages" command="reader.rotate" onPress={zoom.rotate} />
          {dim.isOffered && <IconButton icon={MoonStar} label="Dim the paper" isOn={dim.isOn} onPress={() => dim.set(!dim.isOn)} />}
        </>
      )}
    </Toolbar>
  );
}

function zoomEntries(zoom: PageZoom) {
  return [
    { id: 'width', label: 'Fit the width', command: 'reader.fitWidth' as const, isOn: zoom.zoom === 'width', onAction: () => zoom.set('width') },
    { id: 'page', label: 'Fit the page', command: 'reader.fitPage' as const, isOn: zoom.zoom === 'page', onAction: () => zoom.set('page') },
    'separator' as const,
    ...[0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4].map((step) => ({ id: String(step), label: `${String(step * 100)} %`, isOn: zoom.zoom === step, onAction: () => zoom.set(step) })),
  ];
}

/** The number of the page one reads, which can be typed over; what the page itself prints stands beside it when it differs. */
function PageField({ page, pageCount, onGo }: { page: PlainPage; pageCount: number; onGo: (typed: string) => boolean }) {
  const [typed, setTyped] = useState(String(page.number));
  return (
    <span className="reader-bar-page figures">
      <span aria-hidden>p.</span>
      <TextField
        label="Page"
        hideLabel
        className="reader-bar-page-field"
        value={typed}
        onChange={setTyped}
        onSubmit={() => onGo(typed) || setTyped(String(page.number))}
        onCancel={() => setTyped(String(page.number))}
        onBlur={() => setTyped(String(page.number))}
      />
      <span className="faint">
        of {pageCount.toLocaleString('en')}
        {page.label !== null && page.label !== String(page.number) && ` · printed ${page.label}`}
      </span>
    </span>
  );
}
