import { describe, expect, it } from 'vitest';
import { safeName } from '../../../renderer/views/compare/charts/save-chart.ts';
import { hostileText } from '../../support/hostile.ts';

describe('the name of a chart file', () => {
  it('keeps letters of any script and holds nothing that a file system refuses', () => {
    expect(safeName('Labor inspectors, Côte d’Ivoire')).toBe('Labor inspectors, Côte d Ivoire');
    expect(safeName('Инспекторы: труд/2020')).toBe('Инспекторы труд 2020');
    expect(safeName('../..\\ \u0000\u202e')).toBe('Chart');
    expect(safeName('')).toBe('Chart');
    for (const name of [...hostileText, 'a'.repeat(5000), '😀'.repeat(90)]) {
      expect(safeName(name)).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^\.|\s$/u);
      expect([...safeName(name)].length).toBeLessThanOrEqual(80);
    }
  });
});
