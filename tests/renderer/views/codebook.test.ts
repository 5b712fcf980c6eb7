// The codebook's tree without a browser: what lies below, what a filter leaves, where a moved tag lands.

import { describe, expect, it } from 'vitest';
import { branchesOf, narrowed, placeAfterStep, placeAt, type TagBranch } from '../../../renderer/views/codebook/tag-tree.ts';
import { idsWithin, plainTag, type TagWithCount } from '../../../shared/core/tag.ts';

const tag = (id: string, parentId: string | null = null): TagWithCount => ({ ...plainTag, aliases: [], id, name: id.toUpperCase(), parentId, colour: 'blue', position: 0, createdAt: '', annotations: 0, documents: 0 });
const tags = [tag('a'), tag('b'), tag('b1', 'b'), tag('b2', 'b'), tag('b21', 'b2'), tag('c')];
const names = (branches: readonly TagBranch[]): string => branches.map((branch) => branch.tag.id + (branch.children.length > 0 ? `(${names(branch.children)})` : '')).join(' ');

describe('the tree', () => {
  it('holds every tag once, those without a known parent at the top', () => {
    expect(names(branchesOf(tags))).toBe('a b(b1 b2(b21)) c');
    expect(names(branchesOf([tag('x', 'gone')]))).toBe('x');
    expect(idsWithin(tags, 'b')).toEqual(['b', 'b1', 'b2', 'b21']);
  });

  it('narrowed by a text keeps the way to each hit and what is below it', () => {
    expect(names(narrowed(branchesOf(tags), 'b21'))).toBe('b(b2(b21))');
    expect(names(narrowed(branchesOf(tags), 'B2'))).toBe('b(b2(b21))');
    expect(narrowed(branchesOf(tags), 'zzz')).toEqual([]);
  });

  it('says where a dropped tag lands among the others', () => {
    expect(placeAt(tags, 'a', 'c', 'after')).toEqual({ parentId: null, position: 2 });
    expect(placeAt(tags, 'c', 'a', 'before')).toEqual({ parentId: null, position: 0 });
    expect(placeAt(tags, 'a', 'b', 'on')).toEqual({ parentId: 'b', position: 2 });
    expect(placeAt(tags, 'b1', 'b2', 'after')).toEqual({ parentId: 'b', position: 1 });
  });

  it('says where a tag goes by a step, and when it cannot', () => {
    expect(placeAfterStep(tags, 'b', 'up')).toEqual({ parentId: null, position: 0 });
    expect(placeAfterStep(tags, 'a', 'up')).toBeNull();
    expect(placeAfterStep(tags, 'c', 'down')).toBeNull();
    expect(placeAfterStep(tags, 'b2', 'in')).toEqual({ parentId: 'b1', position: 0 });
    expect(placeAfterStep(tags, 'b21', 'out')).toEqual({ parentId: 'b', position: 2 });
    expect(placeAfterStep(tags, 'a', 'out')).toBeNull();
  });
});
