import { describe, expect, it } from 'vitest';
import { styleHash } from '../../shared/backend/exporters/html/page.ts';
import { screenStyle } from '../../shared/backend/exporters/html/style.ts';
import { briefStyleHash, contentSecurityPolicy } from '../../shared/core/content-policy.ts';

describe('what the page may load', () => {
  it('allows the style sheet of a previewed brief, and no other inline style', () => {
    expect(briefStyleHash).toBe(styleHash(screenStyle));
    expect(contentSecurityPolicy(null)).toContain(`style-src 'self' '${briefStyleHash}';`);
    expect(contentSecurityPolicy(null)).not.toContain('unsafe');
  });

  it('runs scripts of its own only, and reaches the application only', () => {
    const policy = contentSecurityPolicy('ws://127.0.0.1:4711');
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("connect-src 'self' ws://127.0.0.1:4711;");
    expect(policy.replaceAll('ws://127.0.0.1:4711', '')).not.toMatch(/https?:|wss?:|\*/);
  });
});
