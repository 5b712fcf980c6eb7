// The brief as it will be printed, beside its editor. The page is shown in a frame in which no script can run; a new version takes the
// place of the old one when it is drawn, at the same height.

import { forwardRef, useEffect, useImperativeHandle, useRef, useState } from 'react';

export type PreviewHandle = { showBlock: (index: number) => void };

type Version = { number: number; html: string };

export const Preview = forwardRef<PreviewHandle, { html: string; onBlock: (index: number) => void }>(function Preview({ html, onBlock }, handle) {
  const [versions, setVersions] = useState<{ shown: Version; next: Version | null }>({ shown: { number: 0, html }, next: null });
  const shownFrame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    setVersions(({ shown, next }) => (shown.html === html ? { shown, next: null } : { shown, next: { number: Math.max(shown.number, next?.number ?? 0) + 1, html } }));
  }, [html]);
  useImperativeHandle(handle, () => ({
    showBlock: (index) => shownFrame.current?.contentDocument?.getElementById(`block-${index}`)?.scrollIntoView({ block: 'start' }),
  }));

  const onLoad = (frame: HTMLIFrameElement, version: Version) => {
    const page = frame.contentDocument;
    if (!page) return;
    // Links inside the page lead to its parts; the frame itself goes nowhere.
    page.addEventListener('click', (event) => {
      const target = event.target as Element | null;
      const address = target?.closest?.('a')?.getAttribute('href');
      if (address === undefined) {
        const before = [...page.querySelectorAll('[id^="block-"]')].filter((place) => target && place.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
        if (before) onBlock(Number(before.id.slice('block-'.length)));
        return;
      }
      event.preventDefault();
      if (address?.startsWith('#')) page.getElementById(decodeURIComponent(address.slice(1)))?.scrollIntoView({ block: 'center' });
      else if (address && /^(https?|mailto):/i.test(address)) window.open(address, '_blank', 'noopener,noreferrer');
    });
    const old = shownFrame.current;
    if (old && old !== frame) page.scrollingElement?.scrollTo(0, old.contentDocument?.scrollingElement?.scrollTop ?? 0);
    setVersions((now) => (now.next?.number === version.number ? { shown: version, next: null } : now));
  };

  const frames = [versions.shown, ...(versions.next ? [versions.next] : [])];
  return (
    <div className="brief-preview">
      {frames.map((version) => (
        <iframe
          key={version.number}
          ref={version === versions.shown ? shownFrame : null}
          title={version === versions.shown ? 'The brief as it will be printed' : 'The next version, being drawn'}
          className="brief-page"
          // Same origin, so that its place can be kept; no scripts, so that it can do nothing with that.
          sandbox="allow-same-origin"
          srcDoc={version.html}
          data-next={version !== versions.shown || undefined}
          onLoad={(event) => onLoad(event.currentTarget, version)}
        />
      ))}
    </div>
  );
});
