import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { LocaleController } from '../../src/controllers/locale.js';
import { en } from '../../src/i18n/en.js';
import { registerLocale } from '../../src/i18n/register-locale.js';

/** Says one message, as an element would. */
class LocaleProbe extends LitElement {
  readonly locale = new LocaleController(this, en);

  protected override render(): TemplateResult {
    const { lang, direction, messages, pending } = this.locale;
    return html`<p lang=${lang} dir=${direction}>${pending ? '' : messages.common.retry}</p>`;
  }

  get said(): string {
    return this.renderRoot.querySelector('p')?.textContent ?? '';
  }
}
customElements.define('locale-probe', LocaleProbe);

const ARABIC = 'إعادة المحاولة';

async function says(probe: LocaleProbe, words: string): Promise<void> {
  await waitUntil(() => probe.said === words, `it never said ${words}, but ${probe.said}`);
}

async function place(content: TemplateResult): Promise<{ around: HTMLElement; probe: LocaleProbe }> {
  const around = await fixture<HTMLElement>(content);
  const probe = around.querySelector<LocaleProbe>('locale-probe')!;
  await probe.updateComplete;
  return { around, probe };
}

describe('the language of an element', () => {
  it('is English at once where the page names none we speak', async () => {
    const { probe } = await place(html`<div lang="sv"><locale-probe></locale-probe></div>`);
    expect(probe.said).to.equal('Try again');
    expect(probe.locale).to.include({ lang: 'en', direction: 'ltr', pending: false });
  });

  it('is the nearest lang, with its direction, and says nothing until its words are there', async () => {
    const { probe } = await place(
      html`<div lang="en">
        <p lang="ar-SA"><locale-probe></locale-probe></p>
      </div>`,
    );
    expect(['', ARABIC]).to.include(probe.said);
    await says(probe, ARABIC);
    expect(probe.locale).to.include({ lang: 'ar-SA', direction: 'rtl' });
  });

  it('is a tag that Intl takes where the page writes it with an underscore', async () => {
    const { probe } = await place(
      html`<div lang="en">
        <p lang="ar_SA"><locale-probe></locale-probe></p>
      </div>`,
    );
    await says(probe, ARABIC);
    expect(probe.locale).to.include({ lang: 'ar-SA', direction: 'rtl' });
  });

  it('follows the page live', async () => {
    const { around, probe } = await place(html`<div lang="en"><locale-probe></locale-probe></div>`);
    around.lang = 'ar';
    await says(probe, ARABIC);
    around.lang = 'en';
    await says(probe, 'Try again');
    expect(probe.locale.direction).to.equal('ltr');
  });

  it('lets dir win where it stands with the lang or nearer', async () => {
    const { around, probe } = await place(html`<div lang="ar" dir="ltr"><locale-probe></locale-probe></div>`);
    await says(probe, ARABIC);
    expect(probe.locale.direction).to.equal('ltr');
    around.removeAttribute('dir');
    await waitUntil(() => probe.locale.direction === 'rtl');
  });

  it('keeps two languages on one page apart', async () => {
    const { around, probe } = await place(
      html`<div>
        <locale-probe lang="ar"></locale-probe><locale-probe lang="en" id="other"></locale-probe>
      </div>`,
    );
    await says(probe, ARABIC);
    expect(around.querySelector<LocaleProbe>('#other')?.said).to.equal('Try again');
  });

  it('is found through the shadow root around the element, and followed there', async () => {
    const around = await fixture<HTMLElement>(html`<div lang="ar"></div>`);
    const root = around.attachShadow({ mode: 'open' });
    const probe = new LocaleProbe();
    const inner = document.createElement('section');
    inner.append(probe);
    root.append(inner);
    await says(probe, ARABIC);
    inner.lang = 'en';
    await says(probe, 'Try again');
  });

  it('follows an element that moves', async () => {
    const { around, probe } = await place(
      html`<div lang="en">
        <locale-probe></locale-probe>
        <p lang="ar"></p>
      </div>`,
    );
    around.querySelector('p')?.append(probe);
    await says(probe, ARABIC);
  });

  it('can be a third one, registered later, with English for what it lacks', async () => {
    const { probe } = await place(html`<div lang="fr-CH"><locale-probe></locale-probe></div>`);
    expect(probe.said).to.equal('Try again');
    registerLocale('fr', { messages: { common: { retry: 'Réessayer' } } });
    await says(probe, 'Réessayer');
    expect(probe.locale.messages.common.copy).to.equal('Copy');
    expect(probe.locale.lang).to.equal('fr-CH');
  });

  it('stays English, with a word in the console, where a language does not load, and is asked for again', async () => {
    const warned: unknown[] = [];
    const warn = console.warn;
    console.warn = (...words: unknown[]) => warned.push(...words);
    let tries = 0;
    registerLocale('ur', {
      direction: 'rtl',
      load: () => {
        tries += 1;
        return tries === 1
          ? Promise.reject(new Error('GET https://example.org/ur.js'))
          : Promise.resolve({ common: { retry: 'دوبارہ' } });
      },
    });
    try {
      const { around, probe } = await place(html`<div lang="ur"><locale-probe></locale-probe></div>`);
      await says(probe, 'Try again');
      expect(String(warned[0])).to.match(/chunk_missing.*https:\/\/example\.org\/ur\.js/);
      around.lang = 'ur-PK';
      await says(probe, 'دوبارہ');
    } finally {
      console.warn = warn;
    }
  });

  it('says that the browser is offline where that is why a language does not load', async () => {
    const warned: unknown[] = [];
    const warn = console.warn;
    console.warn = (...words: unknown[]) => warned.push(...words);
    Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true });
    registerLocale('fa', { direction: 'rtl', load: () => Promise.reject(new Error('no network')) });
    try {
      const { probe } = await place(html`<div lang="fa"><locale-probe></locale-probe></div>`);
      await says(probe, 'Try again');
      expect(String(warned[0])).to.match(/offline: .*"fa".*no network/);
    } finally {
      console.warn = warn;
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });
});
