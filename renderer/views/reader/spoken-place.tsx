// Says the page and section one comes to when moving by keys. Who moves by pointer or wheel sees them in the bar, and a screen
// reader that is moving by itself says what it reads.

import { useEffect, useRef, useState } from 'react';

/** Milliseconds of rest before it is said: who holds a key down hears the last place only. */
const rest = 500;
/** Milliseconds after a key in which a new place is put down to it. */
const keyCounts = 3000;

export function SpokenPlace({ page, section }: { page: string | null; section: string | null }) {
  const [said, say] = useState('');
  const before = useRef({ page, section });
  const keyed = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const onKey = () => (keyed.current = performance.now());
    const onPointer = () => (keyed.current = Number.NEGATIVE_INFINITY);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('wheel', onPointer, { capture: true, passive: true });
    window.addEventListener('pointerdown', onPointer, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('wheel', onPointer, true);
      window.removeEventListener('pointerdown', onPointer, true);
    };
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      const parts = [page !== before.current.page && page, section !== before.current.section && section].filter((part) => typeof part === 'string');
      before.current = { page, section };
      if (parts.length > 0 && performance.now() - keyed.current < keyCounts) say(`${parts.join('. ')}.`);
    }, rest);
    return () => clearTimeout(timer);
  }, [page, section]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
