import { html, nothing, type TemplateResult } from 'lit';
import type { Identity } from '../../domain/identity.js';
import { iconEye, iconEyeOff } from '../../theme/data-icons.js';
import { copyButtonView } from '../shared/copy-button.view.js';
import { iconView } from '../shared/icon.view.js';
import { oneLine } from '../shared/text.js';
import type { IdentityContext } from './identity-context.js';
import { maskedName, maskedValue, personFields, roleText, type PersonField } from './person-fields.js';

/** One person. Until the customer asks, what is masked is not in the page at all. */
export function personView(person: Identity, id: string, context: IdentityContext): TemplateResult {
  const { messages, format, isRevealed, toggle } = context;
  const words = messages.identity;
  const isShown = isRevealed(person);
  const name = oneLine(person.fullName);
  const role = roleText(person, words);
  const fields = personFields(person, messages, format);
  return html`<li class="person" part="person">
    <div class="person-head">
      <div class="person-who">
        <p class="person-name ${isShown ? '' : 'one-line'}" id=${id} part="person-name" dir="auto">
          ${name === '' ? words.unnamed : isShown ? name : maskedName(name)}
        </p>
        ${role === null ? nothing : html`<p class="small muted" part="role">${role}</p>`}
      </div>
      <button
        type="button"
        class="button quiet"
        part="reveal-button"
        aria-pressed=${isShown ? 'true' : 'false'}
        aria-describedby=${id}
        @click=${() => {
          toggle(person);
        }}
      >
        ${iconView(isShown ? iconEyeOff : iconEye)}${isShown ? words.hide : words.show}
      </button>
    </div>
    ${
      fields.length === 0
        ? nothing
        : html`<dl class="fields" part="fields">
            ${fields.map((field) => fieldView(field, `${id}-${field.name}`, isShown, context))}
          </dl>`
    }
  </li>`;
}

function fieldView(
  { name, label, value, isLatin }: PersonField,
  key: string,
  isShown: boolean,
  { messages, copier }: IdentityContext,
): TemplateResult {
  if (!isShown) {
    return html`<div class=${name}>
      <dt class="small muted">${label}</dt>
      <dd part="value">
        <span aria-hidden="true" class="figures">${maskedValue()}</span>
        <span class="unseen">${messages.identity.hidden}</span>
      </dd>
    </div>`;
  }
  return html`<div class=${name}>
    <dt class="small muted">${label}</dt>
    <dd part="value">
      <span class="value ${isLatin ? 'latin' : ''}" dir=${isLatin ? 'ltr' : 'auto'}>${value}</span>
      ${
        name === 'gender'
          ? nothing
          : copyButtonView(copier, key, value, messages.identity.copy(label), messages)
      }
    </dd>
  </div>`;
}
