// The rules of a REFI-QDA codebook (specification 1.5, section 5.2, with the types of the project schema), checked on a written file.
// It reads what is well-formed only; that is checked too.

import { SaxesParser } from 'saxes';

const guid = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\})$/i;
const attributesOf: Record<string, { required: string[]; optional: string[] }> = {
  CodeBook: { required: ['xmlns'], optional: ['origin'] },
  Codes: { required: [], optional: [] },
  Code: { required: ['guid', 'name', 'isCodable'], optional: ['color'] },
  Description: { required: [], optional: [] },
};
/** Allowed children, in their order. */
const childrenOf: Record<string, string[]> = { CodeBook: ['Codes'], Codes: ['Code'], Code: ['Description', 'Code'], Description: [] };

/** What is wrong with the file, a sentence each. */
export function qdcFaults(xml: string): string[] {
  const faults: string[] = [];
  const open: { name: string; children: string[] }[] = [];
  const guids = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => void faults.push(message));
  parser.on('opentag', ({ name, attributes }) => {
    const rule = attributesOf[name];
    if (!rule) return void faults.push(`there is no element ${name}`);
    for (const needed of rule.required) if (attributes[needed] === undefined) faults.push(`${name} has no ${needed}`);
    for (const given of Object.keys(attributes)) if (![...rule.required, ...rule.optional].includes(given)) faults.push(`${name} may not have ${given}`);
    const parent = open.at(-1);
    if (!parent && name !== 'CodeBook') faults.push('the root is no CodeBook');
    if (parent && !childrenOf[parent.name]?.includes(name)) faults.push(`${parent.name} may not hold ${name}`);
    if (name === 'Description' && parent && parent.children.length > 0) faults.push('a Description comes first and once');
    parent?.children.push(name);
    if (name === 'CodeBook' && attributes['xmlns'] !== 'urn:QDA-XML:codebook:1.0') faults.push('the namespace is wrong');
    if (name === 'Code') {
      const own = attributes['guid'] ?? '';
      if (!guid.test(own)) faults.push(`${own} is no GUID`);
      if (guids.has(own)) faults.push(`${own} stands twice`);
      guids.add(own);
      if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(attributes['color'] ?? '#000')) faults.push('color is none');
      if (!/^(?:true|false|1|0)$/.test(attributes['isCodable'] ?? '')) faults.push('isCodable is no boolean');
    }
    open.push({ name, children: [] });
  });
  parser.on('text', (text) => void (text.trim() !== '' && open.at(-1)?.name !== 'Description' && faults.push(`text in ${open.at(-1)?.name ?? 'the file'}`)));
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && (element.name === 'Codes' || element.name === 'CodeBook') && element.children.length === 0) faults.push(`${element.name} is empty`);
  });
  parser.write(xml).close();
  return faults;
}
