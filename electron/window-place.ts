// Where the window stood when it was closed last, so that it opens there again. It makes no window.

import { readFileSync, writeFileSync } from 'node:fs';

export type Rectangle = { x: number; y: number; width: number; height: number };
export type WindowPlace = { bounds: Rectangle; maximized: boolean };

/** Large enough for list, text and inspector side by side; small enough for a laptop. */
const firstSize = { width: 1440, height: 900 };
/** The screen's layout is made for no less. */
export const smallestSize = { width: 1024, height: 600 };

/** At least so many pixels of the window must lie on a screen that is there, or it could not be reached. */
const reachable = 100;

/** A missing or damaged file, or a screen that is no longer connected, gives the default: centred by the system. */
export function recallPlace(file: string, screens: readonly Rectangle[]): { bounds: Rectangle | typeof firstSize; maximized: boolean } {
  const place = readPlace(file);
  if (!place) return { bounds: firstSize, maximized: false };
  const isReachable = screens.some((screen) => overlap(screen, place.bounds));
  return { bounds: isReachable ? place.bounds : firstSize, maximized: place.maximized };
}

export function rememberPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, JSON.stringify(place));
  } catch (error) {
    // Losing the place of a window must not keep the window from closing.
    console.error('Annals: the place of the window was not kept.', error);
  }
}

function readPlace(file: string): WindowPlace | null {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('bounds' in value)) return null;
  const { bounds } = value;
  if (!isRectangle(bounds)) return null;
  return { bounds, maximized: 'maximized' in value && value.maximized === true };
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const sides = ['x', 'y', 'width', 'height'].map((side) => Object.entries(value).find(([key]) => key === side)?.[1] as unknown);
  // A coordinate beyond this is none of a screen; Electron takes 32-bit integers only.
  return sides.every((side) => Number.isInteger(side) && Math.abs(Number(side)) < 100_000) && Number(sides[2]) > 0 && Number(sides[3]) > 0;
}

function overlap(screen: Rectangle, bounds: Rectangle): boolean {
  const wide = Math.min(screen.x + screen.width, bounds.x + bounds.width) - Math.max(screen.x, bounds.x);
  const high = Math.min(screen.y + screen.height, bounds.y + bounds.height) - Math.max(screen.y, bounds.y);
  return wide >= reachable && high >= reachable;
}
