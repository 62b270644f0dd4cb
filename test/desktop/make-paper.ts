import type { Page } from 'playwright-core';

export interface MadePaper {
  readonly type: string | null;
  readonly start: string;
  readonly size: number;
}

/**
 * Opens the sample office and makes one paper, all through the doors that the page has: the built core needs its
 * database driver, its data, its fonts and its document library for it, each from where it was packed.
 */
export function makePaper(page: Page): Promise<MadePaper> {
  return page.evaluate(async () => {
    const call = async (name: string, input: object): Promise<never> => {
      const reply = await window.bridge?.call({ id: name, name, input });
      if (reply?.ok !== true) throw new Error(`${name}: ${JSON.stringify(reply?.failure)}`);
      return reply.value as never;
    };
    await call('office.exploreSample', {});
    const newestFirst = { filter: {}, sort: { by: 'updated', direction: 'desc' } };
    const cases: { items: { id: string }[] } = await call('cases.list', newestFirst);
    const caseId = cases.items[0]?.id;
    const plan: { formId: string; memberId: string | null }[] = await call('documents.plan', { caseId });
    const { formId, memberId } = plan[0] ?? {};
    const paper: { token: string } = await call('documents.preview', { caseId, paper: { formId, memberId } });
    const response = await fetch(`/handoff/${paper.token}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const start = String.fromCharCode(...bytes.subarray(0, 5));
    return { type: response.headers.get('content-type'), start, size: bytes.length };
  });
}
