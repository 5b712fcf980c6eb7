// What a view says when there is nothing to show, when something failed, or while the first answer is awaited.

import { type LucideIcon, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.tsx';
import './notes.css';

/** Nothing here yet: one sentence, and the one next step. */
export function EmptyState({ title, children, icon: Icon, action }: { title: string; children?: ReactNode; icon?: LucideIcon; action?: ReactNode }) {
  return (
    <div className="empty-state">
      {Icon && <Icon size={28} strokeWidth={1.25} aria-hidden className="empty-state-sign" />}
      <h2>{title}</h2>
      {children && <div className="empty-state-text">{children}</div>}
      {action && <div className="empty-state-action">{action}</div>}
    </div>
  );
}

/** What happened, what is safe, what to do; with a way to try again. */
export function ErrorNote({ children, onRetry }: { children: ReactNode; onRetry?: () => void }) {
  return (
    <div className="error-note" role="alert">
      <TriangleAlert size={16} aria-hidden />
      <div>{children}</div>
      {onRetry && (
        <Button kind="plain" onPress={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** Milliseconds before waiting is worth mentioning; most answers come sooner, and nothing may flicker. */
const patience = 600;

/** An empty place that, only when it takes long, says so. */
export function Waiting({ children = 'One moment…' }: { children?: ReactNode }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="waiting" aria-live="polite">
      {isLong && children}
    </div>
  );
}
