// The open project, and opening another.

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ProjectInfo } from '../../shared/core/project.ts';
import { useConnection } from './backend.tsx';
import { electron } from './electron.ts';
import { sentenceOf } from './error-sentence.ts';
import { showToast } from '../components/toasts.ts';
import { type Answer, useQuery } from './use-query.ts';

/** `data` is undefined until known, null when no project is open. */
export function useProject(): Answer<ProjectInfo | null> {
  return useQuery('projects.current', {});
}

export function useOpenProject() {
  const connection = useConnection();
  const cache = useQueryClient();

  /** Answers whether a project is open afterwards; a failure is told in a toast. Everything asked before belongs to another project. */
  const opening = useCallback(
    async (open: () => Promise<unknown>): Promise<boolean> => {
      try {
        if ((await open()) === false) return false;
        await cache.resetQueries();
        return true;
      } catch (error) {
        showToast({ text: sentenceOf(error), tone: 'error' });
        return false;
      }
    },
    [cache],
  );

  return {
    open: (id: string) => opening(() => connection.call('projects.open', { id })),
    create: (name: string) => opening(() => connection.call('projects.create', { name })),
    openSample: () => opening(() => connection.call('projects.openSample', {})),
    /** Null where the host has no file dialog for projects. */
    openFile: electron() ? () => opening(async () => (await electron()?.openProjectFile()) ?? false) : null,
    createFile: electron() ? () => opening(async () => (await electron()?.createProjectFile()) ?? false) : null,
  };
}
