// The few globals of the page that the preload uses; the rest of the shell knows no page.

type PageMessage = { source: unknown; origin: string; data: unknown };

declare const window: {
  readonly location: { readonly origin: string };
  addEventListener: (type: 'message', listener: (event: PageMessage) => void) => void;
  postMessage: (message: unknown, origin: string, transfer?: readonly MessagePort[]) => void;
};
