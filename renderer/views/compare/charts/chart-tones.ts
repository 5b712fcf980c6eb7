// Which token each tone of a chart is drawn with. Files take the light theme's values of the same tokens (core/chart-file.ts).

import { type ChartColours } from '../../../../shared/core/chart-file.ts';

export const chartTokens: Record<keyof ChartColours, string> = {
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
  return `var(${chartTokens[tone]})`;
}
