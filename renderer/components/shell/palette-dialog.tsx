// The place the palette is shown in. What it finds and how it looks is views/palette.

import { lazy, Suspense } from 'react';
import { useCommandHandler } from '../commands.tsx';
import { Dialog } from '../dialog.tsx';
import { closeSheet, openSheet, useOpenSheet } from './sheets.ts';

const Palette = lazy(() => import('../../views/palette/palette.tsx'));

export function PaletteDialog() {
  const isOpen = useOpenSheet() === 'palette';
  useCommandHandler('palette.open', () => openSheet('palette'));
  return (
    <Dialog title="Search or jump to" isOpen={isOpen} onClose={closeSheet} place="top" width={640}>
      <Suspense fallback={null}>
        <Palette onClose={closeSheet} />
      </Suspense>
    </Dialog>
  );
}
