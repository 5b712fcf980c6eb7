// Shows Markdown as elements made by React. HTML inside the text is left out, never run; only safe addresses become links.

import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { type ComponentProps, useMemo } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { classes } from './button.tsx';
import './markdown.css';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);

/** Addresses that lead to a page or a mail and can carry no script. */
const safeAddress = /^(https?:|mailto:|\/(?!\/)|#)/i;

function SafeLink({ href, children }: ComponentProps<'a'>) {
  if (!href || !safeAddress.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

/** A picture would be fetched from elsewhere; its words are shown instead. */
function PictureWords({ alt }: ComponentProps<'img'>) {
  return <em>[picture{alt ? `: ${alt}` : ''}]</em>;
}

export function Markdown({ text, className }: { text: string; className?: string }) {
  const content = useMemo(() => {
    const tree = processor.runSync(processor.parse(text));
    return toJsxRuntime(tree, { Fragment, jsx, jsxs, components: { a: SafeLink, img: PictureWords } });
  }, [text]);
  return <div className={classes('markdown', className)}>{content}</div>;
}
