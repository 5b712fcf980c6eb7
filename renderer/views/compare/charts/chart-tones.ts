// Which token each tone of a chart is drawn with, and the light theme's colours of them, for files.

import { type ChartColours } from '../../../../shared/core/chart-file.ts';

const tokens: Record<keyof ChartColours, string> = {
  paper: '--paper',
  ink: '--ink',
  faint: '--ink-faint',
  grid: '--line',
  gap: '--unknown-fill',
  break: '--line-strong',
  shown: '--ink',
  data: '--tag-teal',
  later: '--reworded',
  'level-1': '--level-no',
  'level-2': '--level-minimal',
  'level-3': '--level-moderate',
  'level-4': '--level-significant',
};

export function toneColour(tone: keyof ChartColours): string {
  return `var(${tokens[tone]})`;
}

/** Files go into papers and onto slides, so they are light whatever the theme of the screen. */
export function lightColours(): ChartColours {
  const probe = document.createElement('div');
  probe.dataset['theme'] = 'light';
  probe.hidden = true;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const colours = Object.fromEntries(Object.entries(tokens).map(([tone, token]) => [tone, style.getPropertyValue(token).trim()])) as ChartColours;
  probe.remove();
  return colours;
}
