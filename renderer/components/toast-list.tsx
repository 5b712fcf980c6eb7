// Draws the short messages of toasts.ts at the bottom of the window, where they cover no work and take no focus.

import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button, IconButton } from './button.tsx';
import { closeToast, onToasts, shownToasts } from './toasts.ts';
import './toast-list.css';

export function ToastList() {
  const toasts = useSyncExternalStore(onToasts, shownToasts);
  return (
    <section className="toasts" aria-label="Messages" aria-live="polite">
      {toasts.map((toast) => (
        <div key={toast.id} className="toast" data-tone={toast.tone}>
          <p>{toast.text}</p>
          {toast.action && (
            <Button
              kind="quiet"
              onPress={() => {
                closeToast(toast.id);
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <IconButton icon={X} label="Close message" onPress={() => closeToast(toast.id)} />
        </div>
      ))}
    </section>
  );
}
