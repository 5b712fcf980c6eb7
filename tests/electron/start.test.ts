import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectArgument } from '../../electron/project-argument.ts';
import { restartBudget } from '../../electron/restart-budget.ts';

describe('the project on the command line', () => {
  it('is the word after --project, relative to where it was typed', () => {
    expect(projectArgument(['electron', '.', '--project', 'files/a.annals'], '/home/x')).toBe(resolve('/home/x/files/a.annals'));
    expect(projectArgument(['annals', '--project=/data/b.annals'], '/home/x')).toBe(resolve('/data/b.annals'));
    expect(projectArgument(['annals', '--no-sandbox', '--project', 'Länder “2021” 🌍.annals', '--lang=en'], '/')).toBe(resolve('/Länder “2021” 🌍.annals'));
  });

  it('is none when none was named', () => {
    for (const words of [[], ['annals'], ['annals', '--project'], ['annals', '--project='], ['annals', '--project', '--lang=en'], ['annals', '--projects', 'x']]) {
      expect(projectArgument(words, '/home/x'), words.join(' ')).toBeNull();
    }
  });
});

describe('a process that crashes', () => {
  it('is started again a few times, and again when a person asks', () => {
    const budget = restartBudget(3, 60_000);
    expect([0, 1000, 2000, 3000].map((now) => budget.spend(now))).toEqual([true, true, true, false]);
    budget.refill();
    expect(budget.spend(4000)).toBe(true);
  });

  it('is forgiven what lies long back', () => {
    const budget = restartBudget(1, 60_000);
    expect([0, 59_999, 60_000, 200_000].map((now) => budget.spend(now))).toEqual([true, false, true, true]);
  });
});
