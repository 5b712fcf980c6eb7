// The whole window as a place to drop files and folders.

import type { ReactNode } from 'react';

export function ImportArea({ children }: { isEnabled: boolean; children: ReactNode }) {
  return <>{children}</>;
}
