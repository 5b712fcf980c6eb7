// A worker that reads files as the real one does, but for those whose names ask it to hang, to eat memory or to die. For tests.

import { parentPort } from 'node:worker_threads';
import { perform, type Task } from '../../shared/backend/jobs/task.ts';
import { UserError } from '../../shared/core/user-error.ts';

parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
  const name = 'name' in task ? task.name : '';
  if (name.includes('hangs')) for (;;);
  if (name.includes('never says')) return;
  if (name.includes('dies')) process.exit(3);
  if (name.includes('eats')) {
    const eaten: unknown[] = [];
    for (;;) eaten.push(Array.from({ length: 100_000 }, (_, at) => ({ at })));
  }
  perform(task, () => undefined).then(
    (value) => parentPort?.postMessage({ id, type: 'value', value }),
    (error: unknown) =>
      parentPort?.postMessage(error instanceof UserError ? { id, type: 'user-error', code: error.code, message: error.message, hint: error.hint } : { id, type: 'bug', message: String(error), stack: '' }),
  );
});
