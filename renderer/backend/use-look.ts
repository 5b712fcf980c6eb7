// How this machine likes its screen: theme, density, reading size and measure. Kept as settings, applied to the document's root.

import { useLayoutEffect, useSyncExternalStore } from 'react';
import { isNumber, isOneOf, useSetting } from './use-setting.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const densities = ['compact', 'normal', 'comfortable'] as const;
export type Density = (typeof densities)[number];

/** Pixels, and characters a line. */
export const readingSizes = { least: 13, usual: 17, most: 28 };
export const readingMeasures = { least: 45, usual: 68, most: 100 };

export const useTheme = () => useSetting<Theme>('theme', 'system', isOneOf(themes));
export const useDensity = () => useSetting<Density>('density', 'normal', isOneOf(densities));
export const useReadingSize = () => useSetting('reading.size', readingSizes.usual, isNumber);
export const useReadingMeasure = () => useSetting('reading.measure', readingMeasures.usual, isNumber);

/** Under this name the theme is also kept where the page can read it before the application answers. */
const themeKey = 'annals.theme';

/** Before the first drawing, so that a dark room is not flashed white. */
export function applyKnownTheme(): void {
  const known = localStorage.getItem(themeKey);
  if (known === 'light' || known === 'dark') document.documentElement.dataset['theme'] = known;
}

/** Called once, by the shell. */
export function useApplyLook(): void {
  const [theme] = useTheme();
  const [density] = useDensity();
  const [size] = useReadingSize();
  const [measure] = useReadingMeasure();
  useLayoutEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    localStorage.setItem(themeKey, theme);
    root.dataset['density'] = density;
    root.style.setProperty('--reading-size', `${String(size)}px`);
    root.style.setProperty('--reading-measure', `${String(measure)}ch`);
  }, [theme, density, size, measure]);
}

const night = window.matchMedia('(prefers-color-scheme: dark)');

function onNight(listener: () => void): () => void {
  night.addEventListener('change', listener);
  return () => night.removeEventListener('change', listener);
}

/** Whether the screen is dark now, by choice or by the system. */
export function useIsDark(): boolean {
  const [theme] = useTheme();
  const isNight = useSyncExternalStore(onNight, () => night.matches);
  return theme === 'dark' || (theme === 'system' && isNight);
}
