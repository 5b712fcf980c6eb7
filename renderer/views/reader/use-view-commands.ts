// What keys and menu do about the views of a document: choosing them, the size of the pages, going to a page.

import { useCommandHandler } from '../../components/commands.tsx';
import type { PageZoom } from './pages/use-zoom.ts';
import type { Views } from './use-views.ts';

type ViewCommands = { views: Views; canChoose: boolean; zoom: PageZoom; markArea: () => void; askWhere: () => void };

export function useViewCommands({ views, canChoose, zoom, markArea, askWhere }: ViewCommands): void {
  const { showsPages } = views;
  useCommandHandler('reader.switchView', () => views.setMode(views.mode === 'text' ? 'pages' : 'text'), canChoose);
  useCommandHandler('reader.bothViews', () => views.setMode(views.mode === 'both' ? views.front : 'both'), canChoose);
  useCommandHandler('reader.goTo', askWhere);
  useCommandHandler('reader.zoomIn', () => zoom.step(1), showsPages);
  useCommandHandler('reader.zoomOut', () => zoom.step(-1), showsPages);
  useCommandHandler('reader.fitWidth', () => zoom.set('width'), showsPages);
  useCommandHandler('reader.fitPage', () => zoom.set('page'), showsPages);
  useCommandHandler('reader.rotate', zoom.rotate, showsPages);
  useCommandHandler('reader.area', markArea, showsPages);
}
