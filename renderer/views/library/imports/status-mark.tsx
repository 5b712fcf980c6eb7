// What became of a file: a sign and a word, in one hue.

import type { ImportStatus } from '../../../../shared/core/library.ts';
import { classes } from '../../../components/button.tsx';
import { statusWords } from './ledger.ts';
import './status-mark.css';

export function StatusMark({ status }: { status: ImportStatus }) {
  const { sign, word, tone } = statusWords[status];
  return (
    <span className={classes('status-mark', `status-${tone}`)}>
      <span className="status-sign" aria-hidden>
        {sign}
      </span>
      {word}
    </span>
  );
}
