// The three places of a view: list, work area, inspector. They resize, fold, remember, and give way when the window is narrow:
// the list folds first, then the inspector; the work area never.

import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSetting } from '../backend/use-setting.ts';
import { useCommandHandler, useIsInCommandScope } from './commands.tsx';
import { setPanelState } from './panel-state.ts';
import './panels.css';

/** Pixels. */
const narrowestPanel = 180;
const widestPanel = 640;
const usualList = 280;
const usualInspector = 320;
const usualWork = 480;

type Layout = { list: number; inspector: number; listFolded: boolean; inspectorFolded: boolean };

function isLayout(value: unknown): value is Layout {
  if (typeof value !== 'object' || value === null) return false;
  const layout = value as Record<string, unknown>;
  return typeof layout['list'] === 'number' && typeof layout['inspector'] === 'number' && typeof layout['listFolded'] === 'boolean' && typeof layout['inspectorFolded'] === 'boolean';
}

type Wanted = Layout & { hasList: boolean; hasInspector: boolean; opened: 'list' | 'inspector' | null; room: number };

/** What is shown when `room` pixels are left beside the work area: all that is wanted when it fits; else what was just opened; else the inspector. */
export function shownPanels({ list, inspector, listFolded, inspectorFolded, hasList, hasInspector, opened, room }: Wanted): { showsList: boolean; showsInspector: boolean } {
  const wantsList = hasList && !listFolded;
  const wantsInspector = hasInspector && !inspectorFolded;
  if ((wantsList ? list : 0) + (wantsInspector ? inspector : 0) <= room) return { showsList: wantsList, showsInspector: wantsInspector };
  if (opened === 'list' && wantsList) return { showsList: true, showsInspector: false };
  if (opened === 'inspector' && wantsInspector) return { showsList: false, showsInspector: true };
  return { showsList: false, showsInspector: wantsInspector && inspector <= room };
}

export type PanelsProps = {
  /** Under this name the widths are remembered: the view's own. */
  name: string;
  list?: ReactNode;
  listLabel?: string;
  inspector?: ReactNode;
  inspectorLabel?: string;
  /** True: a folded inspector stays, unseen, so that its commands can still be given. */
  keepsInspector?: boolean;
  /** Pixels the work area needs before a panel must fold; 480 unless told. */
  workWidth?: number;
  /** Pixels before the analyst chose other widths; 280 and 320 unless told. */
  listWidth?: number;
  inspectorWidth?: number;
  children: ReactNode;
};

export function Panels({ name, list, listLabel = 'List', inspector, inspectorLabel = 'Inspector', keepsInspector = false, workWidth = usualWork, listWidth = usualList, inspectorWidth = usualInspector, children }: PanelsProps) {
  const usual = useMemo(() => ({ list: listWidth, inspector: inspectorWidth, listFolded: false, inspectorFolded: false }), [listWidth, inspectorWidth]);
  const [layout, setLayout] = useSetting<Layout>(`panels.${name}`, usual, isLayout);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  // What was opened by hand while there is no room for both; gone as soon as there is.
  const [opened, setOpened] = useState<'list' | 'inspector' | null>(null);

  const hasList = list !== undefined && list !== null;
  const hasInspector = inspector !== undefined && inspector !== null;
  const { showsList, showsInspector } = shownPanels({ ...layout, hasList, hasInspector, opened, room: width - workWidth });

  const toggle = (panel: 'list' | 'inspector', isShown: boolean) => {
    setLayout({ ...layout, [panel === 'list' ? 'listFolded' : 'inspectorFolded']: isShown });
    setOpened(isShown ? null : panel);
  };
  const isInScope = useIsInCommandScope();
  useLayoutEffect(() => {
    if (isInScope) setPanelState({ showsList, showsInspector });
  }, [isInScope, showsList, showsInspector]);
  useCommandHandler('view.list', () => toggle('list', showsList), hasList);
  useCommandHandler('view.inspector', () => toggle('inspector', showsInspector), hasInspector);

  return (
    <div className="panels" ref={frame}>
      {showsList && (
        <>
          <aside className="panel panel-list" aria-label={listLabel} style={{ width: layout.list }}>
            {list}
          </aside>
          <Divider label={`Width of ${listLabel}`} width={layout.list} usual={listWidth} direction={1} onResize={(next) => setLayout({ ...layout, list: next })} />
        </>
      )}
      <div className="panel-work">{children}</div>
      {(showsInspector || (keepsInspector && hasInspector)) && (
        <>
          {showsInspector && <Divider label={`Width of ${inspectorLabel}`} width={layout.inspector} usual={inspectorWidth} direction={-1} onResize={(next) => setLayout({ ...layout, inspector: next })} />}
          <aside className="panel panel-inspector" hidden={!showsInspector} aria-label={inspectorLabel} style={{ width: layout.inspector }}>
            {inspector}
          </aside>
        </>
      )}
    </div>
  );
}

/** Pixels one arrow key moves a divider. */
const keyStep = 16;

/** A line that can be dragged or moved by arrow keys. `direction` is 1 when moving right widens its panel. */
function Divider({ label, width, usual, direction, onResize }: { label: string; width: number; usual: number; direction: 1 | -1; onResize: (width: number) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const resize = (next: number) => onResize(Math.round(Math.min(widestPanel, Math.max(narrowestPanel, next))));
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (from.current) resize(from.current.width + (event.clientX - from.current.x) * direction);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? keyStep : event.key === 'ArrowLeft' ? -keyStep : 0;
    if (step === 0) return;
    event.preventDefault();
    resize(width + step * direction);
  };
  return (
    <div
      className="panel-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={narrowestPanel}
      aria-valuemax={widestPanel}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (from.current = null)}
      onPointerCancel={() => (from.current = null)}
      onDoubleClick={() => resize(usual)}
      onKeyDown={onKeyDown}
    />
  );
}

function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(() => window.innerWidth);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    setWidth(element.current.clientWidth);
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** The head of a panel: its name at the left, buttons at the right. */
export function PanelHead({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <header className="panel-head">
      <h2 className="truncate">{title}</h2>
      {children}
    </header>
  );
}

/** A part of a panel under a small heading. */
export function PanelSection({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="panel-section">
      {title && <h3>{title}</h3>}
      {children}
    </section>
  );
}
