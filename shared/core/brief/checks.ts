// The rules of analytic writing that a program can check (US analytic standards, ICD 203): evidence for every finding,
// confidence stated, and never in one sentence with likelihood. It advises; it changes nothing and blocks no export.

import { confidences, likelihoods } from '../finding.ts';
import { sentences } from '../sentence.ts';
import type { BriefIssue, FindingBlock, ResolvedBlock } from './model.ts';
import { citationsOf } from './numbering.ts';

const speaksOfConfidence = new RegExp(`\\b(?:${confidences.join('|')})(?:ly)? confiden(?:ce|t)\\b|\\bconfidence (?:is|remains) (?:${confidences.join('|')})\\b`, 'iu');
const speaksOfLikelihood = new RegExp(`\\b(?:${likelihoods.map((words) => words.replaceAll(' ', '\\s+')).join('|')})\\b`, 'iu');

export function checkBlocks(blocks: readonly ResolvedBlock[]): BriefIssue[] {
  const issues = blocks.flatMap((block, index) => checkBlock(block).map((issue) => ({ ...issue, block: index })));
  const lists = blocks.flatMap((block, index) => (block.kind === 'sources' ? [index] : []));
  const repeated = lists.slice(1).map((block) => ({ ...notice('sources-twice', 'The list of sources is printed once, at its first place.'), block }));
  return [...issues, ...repeated];
}

type Found = Omit<BriefIssue, 'block'>;

function checkBlock(block: ResolvedBlock): Found[] {
  switch (block.kind) {
    case 'text':
      return [
        ...(block.text.markdown.trim() !== '' && citationsOf(block).length === 0 ? [notice('uncited-text', 'This text cites no source.')] : []),
        ...checkWords(block.text.markdown),
      ];
    case 'finding':
      return [...checkFinding(block), ...checkWords(block.claim), ...checkWords(block.remark.markdown)];
    case 'quote':
      return checkWords(block.remark.markdown);
    default:
      return [];
  }
}

function checkFinding(block: FindingBlock): Found[] {
  if (block.evidence.length === 0) return [warning('no-evidence', 'This finding has no evidence.')];
  const supporting = block.evidence.filter((each) => each.stance === 'supporting');
  const contradicted = block.evidence.some((each) => each.stance === 'contradicting');
  const sources = new Set(supporting.map((each) => each.citation?.source));
  return [
    ...(supporting.length === 0 ? [warning('no-support', 'No evidence supports this finding.')] : []),
    ...(block.confidence === null ? [notice('no-confidence', 'This finding states no confidence.')] : []),
    ...(block.confidence === 'high' && sources.size === 1 ? [notice('one-source', 'This finding states high confidence and leans on one source.')] : []),
    ...(block.confidence === 'high' && contradicted ? [notice('contradicted', 'This finding states high confidence although evidence contradicts it.')] : []),
  ];
}

function checkWords(text: string): Found[] {
  if (!speaksOfConfidence.test(text) || !speaksOfLikelihood.test(text)) return [];
  const mixed = text.split(/\n\s*\n/).some((passage) => sentences(passage).some(({ start, end }) => mixes(passage.slice(start, end))));
  return mixed ? [notice('confidence-with-likelihood', 'A sentence states both confidence and likelihood; give each its own sentence.')] : [];
}

function mixes(sentence: string): boolean {
  return speaksOfConfidence.test(sentence) && speaksOfLikelihood.test(sentence);
}

function notice(code: Found['code'], message: string): Found {
  return { code, severity: 'notice', message };
}

function warning(code: Found['code'], message: string): Found {
  return { code, severity: 'warning', message };
}
