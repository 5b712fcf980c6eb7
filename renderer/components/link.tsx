// A link to an address of Annals: an ordinary anchor, so that it can be copied, followed without leaving the page.

import type { MouseEvent, ReactNode } from 'react';
import { navigate } from '../routes.ts';

export type LinkProps = { to: string; children: ReactNode; className?: string; title?: string; 'aria-current'?: 'page' | undefined; 'aria-label'?: string; tabIndex?: number };

export function Link({ to, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
