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
import { counted, mostLines, shortened, type TileAnswer, type TileLine } from './tile-words.ts';

export function actionsAnswer({ actions, years }: CountryActions, go: Go): TileAnswer {
  const [newest, before] = [years.at(-1), years.at(-2)];
  if (newest === undefined) return { figure: null, says: 'No edition here lists suggested actions.', lines: [], all: null };
  if (before === undefined) return { figure: actions.length, says: `actions are suggested in ${newest}. What is new takes a second edition.`, lines: [], all: go({ part: 'actions' }) };
  const fresh = actions.filter(({ states }) => ['new', 'split', 'returned'].includes(states[newest] ?? ''));
  const gone = actions.filter(({ states, last }) => last < newest && (states[newest] === 'gone' || states[newest] === 'merged') && last >= before);
  const reworded = actions.filter(({ states }) => states[newest] === 'reworded');
  const line = (sign: string) => ({ id, text }: (typeof actions)[number]): TileLine => ({ text: `${sign} ${shortened(text)}`, to: go({ part: 'actions', row: id }) });
  return {
    figure: fresh.length,
    says: `new in ${newest}, ${gone.length} gone since ${before}, ${reworded.length} reworded.`,
    lines: [...fresh.slice(0, 2).map(line('+')), ...gone.slice(0, 1).map(line('−'))],
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
    says: `open, the oldest since ${oldest.first}. ${undecided === 0 ? 'Of every one that ended it is said why.' : `Of ${undecided} that ended nobody has said why.`}`,
    lines: [...open.slice(0, 2).map(({ id, text, first }) => ({ text: `${first}: ${shortened(text)}`, to: go({ part: 'actions', row: id }) })), ...targets.slice(0, 1)],
    all: go({ part: 'actions' }),
  };
}

export function lawAnswer(law: CountryLaw, go: Go): TileAnswer {
  if (law.standards.length + law.conventions.length === 0) return { figure: null, says: 'No source here gives legal standards.', lines: [], all: null };
  const all = [...law.standards, ...law.conventions].flatMap(({ id, name, changes }) => changes.map((change) => ({ id, name, change })));
  const own = all.filter(({ change }) => change.kind !== 'method' && change.kind !== 'legislation').toSorted((one, other) => other.change.year - one.change.year);
  const named = all.filter(({ change }) => change.kind === 'legislation').length;
  return {
    figure: own.length,
    says: own.length === 0 ? `No standard or ratification changed.${named > 0 ? ` Other laws or articles were named ${counted(named, 'time')}.` : ''}` : `${own.length === 1 ? 'change' : 'changes'} of conformity, age or ratification; ${counted(named, 'time')} another law or article was named.`,
    lines: own.slice(0, mostLines).map(({ id, name, change }) => ({ text: `${change.year} ${name}: ${change.kind === 'ratified' || change.kind === 'withdrawn' ? changeNames[change.kind].toLowerCase() : changeWords(change)}`, to: go({ part: 'law', row: writePlace({ id, year: change.year }) }) })),
    all: go({ part: 'law' }),
  };
}

export function gapsAnswer(law: CountryLaw, go: Go): TileAnswer {
  if (law.standards.length === 0) return { figure: null, says: 'No source here gives legal standards.', lines: [], all: null };
  const newest = law.years.at(-1);
  const now = law.gaps.flatMap(({ id, cells }) => cells.filter(({ year }) => year === newest).map((cell) => ({ id, cell })));
  return {
    figure: now.length,
    says: now.length === 0 ? `No gap between the standards of ${newest ?? 'any year'} is seen.` : `${now.length === 1 ? 'gap' : 'gaps'} between the standards of ${newest}.`,
    lines: now.slice(0, mostLines).map(({ id, cell }) => ({ text: cell.sentence, to: go({ part: 'law', row: writePlace({ id, year: cell.year }) }) })),
    all: go({ part: 'law' }),
  };
}

export function goodsAnswer({ goods, activities }: GoodsAndActivities, go: Go): TileAnswer {
  if (goods.goods.length + activities.activities.length === 0) return { figure: null, says: 'No source here lists goods or the work of children.', lines: [], all: null };
  const ofGoods = goods.goods.flatMap((good) => good.changes.map((change) => ({ year: change.year, line: { text: `${change.year} ${good.name}: ${goodChangeWords(change).toLowerCase()}`, to: go({ part: 'goods', row: writePlace({ id: `good ${good.id}`, year: change.year }) }) } })));
  const newest = activities.years.at(-1);
  const ofActivities = newest === undefined ? [] : activities.activities.flatMap((each) => {
    const state = each.states[newest];
    const ended = state === 'gone' && each.entries.at(-1)?.year === activities.years.at(-2);
    const hazard = each.entries.find(({ year }) => year === newest)?.hazard;
    const sign = state === 'new' || state === 'split' || state === 'returned' ? '+' : ended ? '−' : hazard === 'now' ? 'Hazardous now:' : null;
    return sign === null ? [] : [{ year: newest, line: { text: `${newest} ${sign} ${shortened(each.activity, 80)}`, to: go({ part: 'goods', row: writePlace({ id: each.id, year: newest }) }) } }];
  });
  return {
    figure: ofGoods.length + ofActivities.length,
    says: ofGoods.length + ofActivities.length === 0 ? `Nothing was added, removed or marked otherwise${newest === undefined ? '' : `; of the work of children, in ${newest}`}.` : `${ofGoods.length + ofActivities.length === 1 ? 'change' : 'changes'}: ${ofGoods.length} of goods in all years${newest === undefined ? '; no edition lists the work of children' : `, ${ofActivities.length} of the work of children in ${newest}`}.`,
    lines: [...ofGoods.toSorted((one, other) => other.year - one.year).slice(0, 1), ...ofActivities.slice(0, 2)].map(({ line }) => line),
    all: go({ part: 'goods' }),
  };
}

export function institutionsAnswer({ institutions, years }: CountryInstitutions, go: Go): TileAnswer {
  const [newest, before] = [years.at(-1), years.at(-2)];
  if (newest === undefined) return { figure: null, says: 'No edition here lists institutions.', lines: [], all: null };
  if (before === undefined) return { figure: institutions.length, says: `are listed in ${newest}. What is new takes a second edition.`, lines: [], all: go({ part: 'institutions' }) };
  const of = (...wanted: string[]) => institutions.filter(({ states }) => wanted.includes(states[newest] ?? ''));
  const [fresh, renamed] = [of('new', 'returned', 'renewed'), of('renamed')];
  const ended = institutions.filter(({ states, entries }) => states[newest] === 'gone' && entries.at(-1)?.year === before);
  const line = (sign: string) => ({ id, name }: (typeof institutions)[number]): TileLine => ({ text: `${sign} ${shortened(name, 90)}`, to: go({ part: 'institutions', row: writePlace({ id, year: newest }) }) });
  return {
    figure: fresh.length + ended.length + renamed.length,
    says: fresh.length + ended.length + renamed.length === 0 ? `Nothing is new, ended or renamed in ${newest}.` : `changed in ${newest}: ${fresh.length} new, ${ended.length} not listed any more, ${renamed.length} renamed.`,
    lines: [...fresh.slice(0, 1).map(line('+')), ...ended.slice(0, 1).map(line('−')), ...renamed.slice(0, 1).map(line('renamed:'))],
    all: go({ part: 'institutions' }),
  };
}

export function claimsAnswer({ claims }: CountrySources, go: Go): TileAnswer {
  const own = claims.at(-1);
  if (!own) return { figure: null, says: 'No edition here numbers its sources.', lines: [], all: null };
  const at = (row: string) => go({ part: 'sources', section: 'claims', row });
  return {
    figure: own.single,
    says: `of ${own.claims} claims of ${own.year} lean on one source only; ${own.old} on old ones.`,
    lines: own.newest ? [{ text: `Newest source ${own.newest.year}: ${shortened(own.newest.text, 80)}`, to: at(own.documentId) }] : [],
    all: at(own.documentId),
  };
}

export function contradictionsAnswer({ contradictions, counts }: ContradictionQueue, go: Go): TileAnswer {
  const at = (row?: string) => go({ part: 'sources', section: 'contradictions', row: row ?? null });
  const open = contradictions.filter(({ state }) => state === 'open');
  return {
    figure: counts.open,
    says: contradictions.length === 0 ? 'No two sources here contradict each other.' : `open ${counts.open === 1 ? 'contradiction' : 'contradictions'}; ${counts.explained} explained, ${counts.accepted} accepted.`,
    lines: open.slice(0, mostLines).map(({ key, name, year, sides }) => ({ text: `${year} ${name}: ${sides.map(formatObservation).join(' against ')}`, to: at(key) })),
    all: contradictions.length > 0 ? at() : null,
  };
}

export function betweenAnswer({ timeline }: CountrySources, go: Go): TileAnswer {
  const between = timeline.flatMap((each) => (each.kind === 'gap' ? each.documents : []));
  const at = (row?: string) => go({ part: 'sources', section: 'topics', row: row ?? null });
  return {
    figure: between.length,
    says: between.length === 0 ? 'No cable, NGO report or other document lies between the editions.' : `${between.length === 1 ? 'document lies' : 'documents lie'} between the editions, each beside the next one by topic.`,
    lines: between.toReversed().slice(0, mostLines).map(({ documentId, identifier, title, year }) => ({ text: `${year} ${shortened(identifier ?? title, 80)}`, to: at(documentId) })),
    all: between.length > 0 ? at() : null,
  };
}

export function goneAnswer({ sentences, years }: { sentences: readonly GoneSentence[]; years: readonly number[] }, go: Go): TileAnswer {
  const newest = years.at(-1);
  if (newest === undefined || years.length < 2) return { figure: null, says: 'What is no longer said takes two editions to see.', lines: [], all: null };
  const own = sentences.filter(({ goneYear }) => goneYear === newest);
  const at = (row?: string) => go({ part: 'sources', section: 'gone', row: row ?? null });
  return {
    figure: own.length,
    says: own.length === 0 ? `Nothing of the edition before was dropped in ${newest}.` : `${own.length === 1 ? 'sentence' : 'sentences'} of the edition before ${own.length === 1 ? 'has' : 'have'} no successor in ${newest}; ${sentences.length} in all years.`,
    // The surest first: nothing like them is left.
    lines: own.toSorted((one, other) => other.confidence - one.confidence || one.cell.start - other.cell.start).slice(0, 2).map((each) => ({ text: shortened(each.cell.text), to: at(`${each.documentId}:${each.cell.start}`) })),
    all: sentences.length > 0 ? at() : null,
  };
}
