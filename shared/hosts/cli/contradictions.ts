// `annals contradictions`: where the sources of a country disagree about a value, and what was decided of each.

import { type ContradictionState, contradictionStates } from '../../core/contradiction-queue.ts';
import { formatObservation } from '../../core/observation.ts';
import { UserError } from '../../core/user-error.ts';
import { count, print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

export type ContradictionOptions = CommonOptions & { country?: string; state?: string };

export async function listContradictions(options: ContradictionOptions): Promise<void> {
  const { country, state } = options;
  if (!country) throw new UserError('invalid-input', 'It is not said of which country.', 'Give --country KAZ.');
  const wanted = state === undefined ? null : readState(state);
  await withProject(options, async (backend) => {
    const queue = await backend.call('contradictions.ofCountry', { country: country.toUpperCase() });
    const shown = queue.contradictions.filter((each) => wanted === null || each.state === wanted);
    if (options.json) return printJson({ ...queue, contradictions: shown });
    printTable(
      ['year', 'value', 'one says', 'another says', 'state', 'note'],
      shown.map(({ year, name, territory, sides: [one, other], state: own, decision }) => [year, [name, territory].filter(Boolean).join(', '), `${formatObservation(one)} (${one.documentTitle})`, `${formatObservation(other)} (${other.documentTitle})`, own, decision?.note ?? '']),
    );
    print(`${count(shown.length, 'contradiction')}: ${contradictionStates.map((each) => `${queue.counts[each]} ${each}`).join(', ')}`);
  });
}

function readState(text: string): ContradictionState {
  const state = contradictionStates.find((each) => each === text);
  if (!state) throw new UserError('invalid-input', `“${text}” is no state.`, `Give --state as one of ${contradictionStates.join(', ')}.`);
  return state;
}
