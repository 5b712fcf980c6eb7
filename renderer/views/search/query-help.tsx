// What can be asked, by examples that can be pressed, and what was asked last.

import { Button } from '../../components/button.tsx';

const examples: readonly { query: string; meaning: string }[] = [
  { query: 'unannounced inspections', meaning: 'both words in one passage, in any form' },
  { query: '"unannounced inspections"', meaning: 'the words side by side' },
  { query: 'inspect*', meaning: 'every word that begins so' },
  { query: 'cotton OR tobacco', meaning: 'one of the two' },
  { query: 'inspectors NOT training', meaning: 'the first without the second' },
  { query: '(cotton OR tobacco) children', meaning: 'brackets join' },
];

export function QueryHelp({ recent, onChoose }: { recent: readonly string[]; onChoose: (query: string) => void }) {
  return (
    <div className="search-help">
      {recent.length > 0 && (
        <section>
          <h2>Asked last</h2>
          <ul>
            {recent.map((query) => (
              <li key={query}>
                <Button kind="quiet" className="search-example" onPress={() => onChoose(query)}>
                  <span className="truncate">{query}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>What can be asked</h2>
        <ul>
          {examples.map(({ query, meaning }) => (
            <li key={query}>
              <Button kind="quiet" className="search-example" onPress={() => onChoose(query)}>
                {query}
              </Button>
              <span className="faint">{meaning}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
