// What the list of highlights says when it has none, and the one next step.

import { BookOpen, FileDown, Highlighter } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { runCommand } from '../../components/commands.tsx';
import { EmptyState } from '../../components/notes.tsx';
import { link, navigate } from '../../routes.ts';

export function NothingYet({ hasDocuments }: { hasDocuments: boolean }) {
  const next = hasDocuments ? (
    <Button kind="primary" icon={BookOpen} onPress={() => navigate(link.reader())}>
      Open the reader
    </Button>
  ) : (
    <Button kind="primary" icon={FileDown} onPress={() => runCommand('import.files')}>
      Import documents…
    </Button>
  );
  return (
    <EmptyState title="Nothing is highlighted yet" icon={Highlighter} action={next}>
      {hasDocuments ? 'Select a passage in the reader and tag it; it is listed here with those of all documents.' : 'Import a document, then highlight what matters in it.'}
    </EmptyState>
  );
}

export function NoneFit({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState title="No highlight fits this filter" icon={Highlighter} action={<Button onPress={onClear}>Clear the filter</Button>}>
      Take off a value above, or look for fewer words.
    </EmptyState>
  );
}
