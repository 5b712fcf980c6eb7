// Answers about actions, law, goods, institutions and sources, from what their parts show. No screen.

import type { CountryActions } from '../../../../shared/core/actions/country-actions.ts';
import type { ContradictionQueue } from '../../../../shared/core/contradiction-queue.ts';
import type { CountryLaw } from '../../../../shared/core/law.ts';
import { formatObservation } from '../../../../shared/core/observation.ts';
import type { CountryInstitutions, GoodsAndActivities } from '../../../../shared/rpc/contract/country-changes.ts';
import type { CountrySources } from '../../../../shared/rpc/contract/sources.ts';
import type { GoneSentence } from '../../../../shared/core/gone-sentences.ts';
import { goodChangeWords } from '../goods/goods-rows.tsx';
import { changeNames, changeWords } from '../law/law-rows.tsx';
import { writePlace } from '../ledger/ledger-place.ts';
import type { Go } from './matrix-answers.ts';
import { counted, mostLines, ofLast, shortened, type Span, type TileAnswer, type TileLine, yearsOf } from './tile-words.ts';

/** Says which years hold too little to tell what changed; null when there are two. */
function tooFew(years: readonly number[], { from, to }: Span, what: string): string | null {
  const { covered } = yearsOf(years, { from, to });
  if (covered.length > 1) return null;
  if (years.length === 0) return `No edition here lists ${what}.`;
  return covered.length === 0 ? `No edition from ${from} to ${to} lists ${what}.` : `Of the editions chosen only ${covered[0]} lists ${what}. What is new takes a second one.`;
}

export function actionsAnswer({ actions, years }: CountryActions, span: Span, go: Go): TileAnswer {
  const few = tooFew(years, span, 'suggested actions');
  if (few) return { figure: null, says: few, lines: [], all: years.length > 0 ? go({ part: 'actions' }) : null };
  const { steps, covered } = yearsOf(years, span);
  const to = covered.at(-1) ?? span.to;
  const at = (action: (typeof actions)[number], ...wanted: string[]) => steps.filter((year) => wanted.includes(action.states[year] ?? ''));
  const having = (...wanted: string[]) => actions.flatMap((action) => {
    const year = at(action, ...wanted).at(-1);
    return year === undefined ? [] : [{ action, year }];
  });
  const fresh = having('new', 'split', 'returned');
  // "Gone" is said of every year after the last; only the first of them is when it went.
  const gone = actions.flatMap((action) => {
    const year = steps.find((each) => each > action.last);
    return year !== undefined && covered[covered.indexOf(year) - 1] === action.last ? [{ action, year }] : [];
  });
  const reworded = having('reworded');
  const inLast = (list: readonly { year: number }[]) => ofLast(steps, list.filter(({ year }) => year === to).length);
  const line = (sign: string) => ({ action: { id, text, entries }, year }: (typeof fresh)[number]): TileLine => ({ text: `${sign} ${steps.length > 1 ? `${year} ` : ''}${shortened(entries.find((entry) => entry.year === year)?.text ?? text)}`, to: go({ part: 'actions', row: id }) });
  const latest = (list: typeof fresh) => list.toSorted((one, other) => other.year - one.year);
  return {
    figure: fresh.length,
    says: `${fresh.length === 0 ? 'None is ' : ''}new since ${covered[0]}${inLast(fresh)}; ${gone.length} gone${inLast(gone)}; ${reworded.length} reworded.`,
    lines: [...latest(fresh).slice(0, 2).map(line('+')), ...latest(gone).slice(0, 1).map(line('−'))],
    all: go({ part: 'actions' }),
  };
}

export function openActionsAnswer({ actions, observed }: CountryActions, go: Go): TileAnswer {
  const open = actions.filter(({ isOpen }) => isOpen).toSorted((one, other) => one.first - other.first);
  const [oldest] = open;
  if (!oldest) return { figure: null, says: actions.length === 0 ? 'No edition here lists suggested actions.' : 'No action is open.', lines: [], all: null };
  const undecided = actions.filter(({ isOpen, decision, mergedInto }) => !isOpen && decision === null && mergedInto === null).length;
  const targets = open.flatMap((action) => action.targets.flatMap((target): TileLine[] => {
    const latest = observed.findLast(({ indicator, value }) => indicator === target.indicator && typeof value.value === 'number')?.value.value;
    return typeof latest === 'number' ? [{ text: `Target ${target.to.toLocaleString('en')} ${target.what}: ${latest >= target.to ? 'reached' : `${(target.to - latest).toLocaleString('en')} short`}`, to: go({ part: 'actions', row: action.id }) }] : [];
  }));
  return {
    figure: open.length,
    says: `open, the oldest since ${oldest.first}. ${undecided === 0 ? 'Of every one that ended it is noted why.' : `${undecided} ended, and it is not noted why.`}`,
    lines: [...open.slice(0, 2).map(({ id, text, first }) => ({ text: `${first}: ${shortened(text)}`, to: go({ part: 'actions', row: id }) })), ...targets.slice(0, 1)],
    all: go({ part: 'actions' }),
  };
}

export function lawAnswer(law: CountryLaw, span: Span, go: Go): TileAnswer {
  if (law.standards.length + law.conventions.length === 0) return { figure: null, says: 'No source here gives legal standards.', lines: [], all: null };
  const { steps } = yearsOf(law.years, span);
  const all = [...law.standards, ...law.conventions].flatMap(({ id, name, changes }) => changes.filter(({ year }) => steps.includes(year)).map((change) => ({ id, name, change })));
  const own = all.filter(({ change }) => change.kind !== 'method' && change.kind !== 'legislation').toSorted((one, other) => other.change.year - one.change.year);
  const named = all.filter(({ change }) => change.kind === 'legislation').length;
  const last = ofLast(steps, own.filter(({ change }) => change.year === steps.at(-1)).length);
  return {
    figure: own.length,
    says: own.length === 0 ? `No standard or ratification changed since ${span.from}.${named > 0 ? ` Other laws or articles were named ${counted(named, 'time')}.` : ''}` : `${own.length === 1 ? 'change' : 'changes'} of conformity, age or ratification since ${span.from}${last}; ${counted(named, 'time')} another law or article was named.`,
    lines: own.slice(0, mostLines).map(({ id, name, change }) => ({ text: `${change.year} ${name}: ${change.kind === 'ratified' || change.kind === 'withdrawn' ? changeNames[change.kind].toLowerCase() : changeWords(change)}`, to: go({ part: 'law', row: writePlace({ id, year: change.year }) }) })),
    all: go({ part: 'law' }),
  };
}

export function gapsAnswer(law: CountryLaw, span: Span, go: Go): TileAnswer {
  if (law.standards.length === 0) return { figure: null, says: 'No source here gives legal standards.', lines: [], all: null };
  const newest = yearsOf(law.years, span).covered.at(-1) ?? law.years.at(-1);
  const now = law.gaps.flatMap(({ id, cells }) => cells.filter(({ year }) => year === newest).map((cell) => ({ id, cell })));
  return {
    figure: now.length,
    says: now.length === 0 ? `No gap between the standards of ${newest ?? 'any year'} is seen.` : `${now.length === 1 ? 'gap' : 'gaps'} between the standards of ${newest}.`,
    lines: now.slice(0, mostLines).map(({ id, cell }) => ({ text: cell.sentence, to: go({ part: 'law', row: writePlace({ id, year: cell.year }) }) })),
    all: go({ part: 'law' }),
  };
}

export function goodsAnswer({ goods, activities }: GoodsAndActivities, span: Span, go: Go): TileAnswer {
  if (goods.goods.length + activities.activities.length === 0) return { figure: null, says: 'No source here lists goods or the work of children.', lines: [], all: null };
  const goodSteps = yearsOf(goods.years, span).steps;
  const { steps, covered } = yearsOf(activities.years, span);
  const ofGoods = goods.goods.flatMap((good) => good.changes.filter(({ year }) => goodSteps.includes(year)).map((change) => ({ year: change.year, line: { text: `${change.year} ${good.name}: ${goodChangeWords(change).toLowerCase()}`, to: go({ part: 'goods', row: writePlace({ id: `good ${good.id}`, year: change.year }) }) } })));
  const ofActivities = steps.flatMap((year) => activities.activities.flatMap((each) => {
    const state = each.states[year];
    const ended = state === 'gone' && each.entries.findLast((entry) => entry.year < year)?.year === covered[covered.indexOf(year) - 1];
    const hazard = each.entries.find((entry) => entry.year === year)?.hazard;
    const sign = state === 'new' || state === 'split' || state === 'returned' ? '+' : ended ? '−' : hazard === 'now' ? 'Hazardous now:' : null;
    return sign === null ? [] : [{ year, line: { text: `${year} ${sign} ${shortened(each.activity, 80)}`, to: go({ part: 'goods', row: writePlace({ id: each.id, year }) }) } }];
  }));
  const all = [...ofGoods, ...ofActivities];
  const last = ofLast(steps, ofActivities.filter(({ year }) => year === steps.at(-1)).length);
  return {
    figure: all.length,
    says: all.length === 0 ? `Nothing was added, removed or marked otherwise since ${span.from}.` : `${all.length === 1 ? 'change' : 'changes'} since ${span.from}: ${ofGoods.length} of goods${steps.length === 0 ? '; no two editions chosen list the work of children' : `, ${ofActivities.length} of the work of children${last}`}.`,
    lines: [...ofGoods.toSorted((one, other) => other.year - one.year).slice(0, 1), ...ofActivities.toReversed().slice(0, 2)].map(({ line }) => line),
    all: go({ part: 'goods' }),
  };
}

export function institutionsAnswer({ institutions, years }: CountryInstitutions, span: Span, go: Go): TileAnswer {
  const few = tooFew(years, span, 'institutions');
  if (few) return { figure: null, says: few, lines: [], all: years.length > 0 ? go({ part: 'institutions' }) : null };
  const { steps, covered } = yearsOf(years, span);
  const of = (...wanted: string[]) => steps.flatMap((year) => institutions.filter(({ states }) => wanted.includes(states[year] ?? '')).map((each) => ({ ...each, year })));
  const [fresh, renamed] = [of('new', 'returned', 'renewed'), of('renamed')];
  const ended = of('gone').filter(({ entries, year }) => entries.findLast((entry) => entry.year < year)?.year === covered[covered.indexOf(year) - 1]);
  const all = [...fresh, ...ended, ...renamed];
  const line = (sign: string) => ({ id, name, year }: (typeof fresh)[number]): TileLine => ({ text: `${sign} ${steps.length > 1 ? `${year} ` : ''}${shortened(name, 90)}`, to: go({ part: 'institutions', row: writePlace({ id, year }) }) });
  return {
    figure: all.length,
    says: all.length === 0 ? `Nothing is new, ended or renamed since ${covered[0]}.` : `${all.length === 1 ? 'change' : 'changes'} since ${covered[0]}${ofLast(steps, all.filter(({ year }) => year === steps.at(-1)).length)}: ${fresh.length} new, ${ended.length} not listed any more, ${renamed.length} renamed.`,
    lines: [...fresh.slice(-1).map(line('+')), ...ended.slice(-1).map(line('−')), ...renamed.slice(-1).map(line('renamed:'))],
    all: go({ part: 'institutions' }),
  };
}

export function claimsAnswer({ claims }: CountrySources, span: Span, go: Go): TileAnswer {
  const own = claims.findLast(({ year }) => year <= span.to);
  if (!own) return { figure: null, says: 'No edition here numbers its sources.', lines: [], all: null };
  const first = claims.find(({ year }) => year >= span.from);
  const at = (row: string) => go({ part: 'sources', section: 'claims', row });
  return {
    figure: own.single,
    says: `${own.single === 0 ? 'None ' : ''}of ${own.claims} claims of ${own.year} lean on one source only; ${own.old} on old ones.${first && first !== own ? ` In ${first.year}: ${first.single} of ${first.claims}.` : ''}`,
    lines: own.newest ? [{ text: `Newest source ${own.newest.year}: ${shortened(own.newest.text, 80)}`, to: at(own.documentId) }] : [],
    all: at(own.documentId),
  };
}

export function contradictionsAnswer({ contradictions, counts }: ContradictionQueue, go: Go): TileAnswer {
  const at = (row?: string) => go({ part: 'sources', section: 'contradictions', row: row ?? null });
  const open = contradictions.filter(({ state }) => state === 'open');
  return {
    figure: counts.open,
    says: contradictions.length === 0 ? 'No two sources here contradict each other.' : `${counts.open === 0 ? 'No ' : ''}open ${counts.open === 1 ? 'contradiction' : 'contradictions'}; ${counts.explained} explained, ${counts.accepted} accepted.`,
    lines: open.slice(0, mostLines).map(({ key, name, year, sides }) => ({ text: `${year} ${name}: ${sides.map(formatObservation).join(' against ')}`, to: at(key) })),
    all: contradictions.length > 0 ? at() : null,
  };
}

export function betweenAnswer({ timeline }: CountrySources, span: Span, go: Go): TileAnswer {
  const all = timeline.flatMap((each) => (each.kind === 'gap' ? each.documents : []));
  const between = all.filter(({ year }) => span.from <= year && year <= span.to);
  const at = (row?: string) => go({ part: 'sources', section: 'topics', row: row ?? null });
  const elsewhere = all.length - between.length;
  return {
    figure: between.length,
    says: between.length === 0 ? `No cable, NGO report or other document lies between ${span.from} and ${span.to}${elsewhere > 0 ? `; ${elsewhere} in other years` : ''}.` : `${between.length === 1 ? 'document lies' : 'documents lie'} between ${span.from} and ${span.to}, each beside the next edition by topic${elsewhere > 0 ? `; ${elsewhere} in other years` : ''}.`,
    lines: between.toReversed().slice(0, mostLines).map(({ documentId, identifier, title, year }) => ({ text: `${year} ${shortened(identifier ?? title, 80)}`, to: at(documentId) })),
    all: all.length > 0 ? at() : null,
  };
}

export function goneAnswer({ sentences, years }: { sentences: readonly GoneSentence[]; years: readonly number[] }, span: Span, go: Go): TileAnswer {
  const { steps, covered } = yearsOf(years, span);
  if (steps.length === 0) return { figure: null, says: 'What is no longer said takes two editions to see.', lines: [], all: null };
  const own = sentences.filter(({ goneYear }) => steps.includes(goneYear));
  const at = (row?: string) => go({ part: 'sources', section: 'gone', row: row ?? null });
  return {
    figure: own.length,
    says: own.length === 0 ? `Nothing said since ${covered[0]} was dropped until ${covered.at(-1)}.` : `${own.length === 1 ? 'sentence' : 'sentences'} said since ${covered[0]} ${own.length === 1 ? 'has' : 'have'} no successor in ${covered.at(-1)}${ofLast(steps, own.filter(({ goneYear }) => goneYear === steps.at(-1)).length)}.`,
    // The last step first, and in it the surest: nothing like them is left.
    lines: own.toSorted((one, other) => other.goneYear - one.goneYear || other.confidence - one.confidence || one.cell.start - other.cell.start).slice(0, 2).map((each) => ({ text: `${steps.length > 1 ? `${each.lastYear}: ` : ''}${shortened(each.cell.text)}`, to: at(`${each.documentId}:${each.cell.start}`) })),
    all: sentences.length > 0 ? at() : null,
  };
}
