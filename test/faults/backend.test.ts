/** What the reference backend holds off (faults U7, V7, V8), run in the page as for every other test of faults. */
import { expect, waitUntil } from '@open-wc/testing';
import { createBackend, post } from '../proxy/support/backend.js';

describe('U7: a page that goes past the button', () => {
  it('is refused by the reference backend before a bank is asked more often than a customer does', async () => {
    const { lean, ask, link } = createBackend();
    await link('amal', 'entity-1', ['account-1']);
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => ask('amal', '/refreshes', post({ entity_id: 'entity-1' }))),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(Number(refused[0]!.headers.get('retry-after'))).to.be.greaterThan(0);
    const atLean = lean.callsTo(/^POST .*refreshes$/).length;
    expect(atLean).to.be.within(1, 10);
    expect(refused.length).to.be.at.least(190);
  });
});

describe('V7: DUPLICATED_REQUEST', () => {
  it('never comes of fifty callers at once: the reference backend asks Lean one time', async () => {
    const { lean, ask, link } = createBackend();
    await link('amal', 'entity-1', ['account-1']);
    let answerNow = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    const body = { status: 'OK', data: { accounts: [{ account_id: 'account-1' }] } };
    lean.on(/v2\/accounts$/, async () => {
      await held;
      return Response.json(body);
    });
    const callers = Array.from({ length: 50 }, () => ask('amal', '/accounts?entity_id=entity-1'));
    await waitUntil(() => lean.callsTo(/v2\/accounts$/).length > 0, 'Lean is asked');
    answerNow();
    const answers = await Promise.all(callers);
    expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
    expect(lean.callsTo(/v2\/accounts$/).length).to.equal(1);
  });
});

describe('V8: a backend that answers before Lean does', () => {
  it('hands the late answer to whoever asks next, without asking Lean again', async () => {
    const { lean, ask, link } = createBackend({ deadlineMs: 50 });
    await link('amal', 'entity-1', ['account-1']);
    let answerNow = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    lean.on(/v2\/accounts$/, async () => {
      await held;
      return Response.json({ status: 'OK', data: { accounts: [{ account_id: 'account-1' }] } });
    });
    const first = await ask('amal', '/accounts?entity_id=entity-1');
    expect(first.status).to.equal(202);
    expect(Number(first.headers.get('retry-after'))).to.be.greaterThan(0);
    expect(((await first.json()) as { status: string }).status).to.equal('PENDING');
    answerNow();
    // Whoever asks now comes after the call has ended.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const next = await ask('amal', '/accounts?entity_id=entity-1');
    expect(next.status).to.equal(200);
    expect(await next.text()).to.contain('account-1');
    expect(lean.callsTo(/v2\/accounts$/).length).to.equal(1);
  });
});
