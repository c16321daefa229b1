/** Fields with a label, a hint and what is wrong with them, tied together for screen readers. */
import { html, useState } from '../../lib/preact.js';

let numbers = 0;

/** @param {{label: string, hint?: any, wrong?: any, as?: string, onInput?: Function}} props the rest goes to the input */
export function Field({ label, hint, wrong, as = 'input', ...rest }) {
    const [id] = useState(() => `field-${++numbers}`);
    const notes = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined;
    return html`<div class="field">
        <label for=${id}>${label}</label>
        <${as} id=${id} aria-describedby=${notes} aria-invalid=${wrong ? 'true' : undefined} ...${rest} />
        ${hint && html`<span class="hint" id=${`${id}-hint`}>${hint}</span>`}
        ${wrong && html`<span class="wrong" role="alert" id=${`${id}-wrong`}>${wrong}</span>`}
    </div>`;
}

/** @param {{label: any, checked: boolean, onChange: (on: boolean) => void}} props */
export const Check = ({ label, checked, onChange, ...rest }) => html`<label class="check">
    <input type="checkbox" checked=${checked} onChange=${event => onChange(event.target.checked)} ...${rest} />
    <span>${label}</span>
</label>`;

/** Buttons of which some are pressed. */
export const Choices = ({ name, options, chosen, onChoose }) => html`<div class="choices" role="group" aria-label=${name}>
    ${options.map(({ value, label }) => html`<button type="button" key=${value} aria-pressed=${String(chosen.includes(value))}
        onClick=${() => onChoose(value)}>${label}</button>`)}
</div>`;
