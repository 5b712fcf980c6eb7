// The row above the document, kept in step with scrolling: it alone is drawn anew when another page comes to the top.

import type { DocumentReading } from '../../../shared/core/library.ts';
import { isBoolean, useSetting } from '../../backend/use-setting.ts';
import { useIsDark } from '../../backend/use-look.ts';
import { formatNames } from '../../components/document-words.ts';
import type { OutlineEntry } from './outline.tsx';
import type { Pages } from './pages/use-pages.ts';
import { pageName } from './pages/sheet.tsx';
import { useShownPage } from './pages/use-shown-page.ts';
import { ReaderBar } from './reader-bar.tsx';
import { SpokenPlace } from './spoken-place.tsx';
import type { FilteredAnnotations } from './use-annotation-filter.ts';
import type { Views } from './use-views.ts';

type PlaceBarProps = {
  reading: DocumentReading;
  views: Views;
  pages: Pages;
  hasPages: boolean;
  place: () => number;
  entry: OutlineEntry | null;
  isMarking: boolean;
  onMark: () => void;
  filtered: FilteredAnnotations;
  onGoToPage: (pageNumber: number, start: number) => void;
};

export function PlaceBar({ reading, views, pages, hasPages, place, entry, isMarking, onMark, filtered, onGoToPage }: PlaceBarProps) {
  const [dims, setDims] = useSetting('reader.pages.dim', false, isBoolean);
  const isDark = useIsDark();
  const shown = useShownPage(pages, place);
  const goTo = (typed: string) => {
    const wanted = typed.trim().toLowerCase();
    const page = reading.pages.find(({ number }) => String(number) === wanted) ?? reading.pages.find(({ label }) => label?.toLowerCase() === wanted);
    if (page) onGoToPage(page.number, page.start);
    return page !== undefined;
  };
  const page = reading.pages[shown.page] ?? null;
  const section = entry === null ? null : [entry.number, entry.title].filter(Boolean).join(' ');
  return (
    <>
      <ReaderBar
        views={views}
        withoutPages={hasPages ? (reading.text === '' ? 'Pages only: there is no text in this document' : null) : `Text only: ${formatNames[reading.document.format] ?? 'this format'} has no pages to show`}
        pageCount={reading.pages.length}
        page={page}
        section={section}
        zoom={pages.zoom}
        percent={shown.percent}
        dim={{ isOn: dims, isOffered: isDark, set: setDims }}
        area={{ isOn: isMarking, toggle: onMark }}
      filter={{ isOn: filtered.isOpen, isOffered: filtered.total > 0, toggle: () => (filtered.isOpen ? filtered.clear() : filtered.open()) }}
        onGoToPage={goTo}
      />
      <SpokenPlace page={page === null ? null : pageName(page)} section={section} />
    </>
  );
}
