/** Values from tasks and messages: always text, shortened if they are large, complete as a download. */
import { html, useState } from '../../lib/preact.js';
import { ago, asText, bytes, count, exactly, when } from '../format.js';
import { useStore, zone } from '../store.js';
import { direction } from '../trends.js';
import { Dialog, announce } from './dialog.js';

const SHOWN = 4096;

/** @param {{value: any, name: string}} props */
export function Value({ value, name }) {
    const text = asText(value);
    const size = new Blob([text]).size;
    return html`<div class="field">
        <pre tabindex="0" role="group" aria-label=${name}>${text.slice(0, SHOWN)}${text.length > SHOWN && '…'}</pre>
        ${text.length > SHOWN && html`<div class="line">
            <span class="soft">The first 4 KiB of ${bytes(size)}</span>
            <button onClick=${() => download(`${name}.txt`, text)}>Download</button>
        </div>`}
    </div>`;
}

/** Saves text, or a blob, as a file. */
export function download(name, content) {
    const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: 'text/plain' }));
    const anchor = Object.assign(document.createElement('a'), { href: address, download: name });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A time in the chosen zone; its age and its exact value are in the title. */
export function Time({ at }) {
    const where = useStore(zone);
    return at ? html`<time datetime=${at} title=${`${exactly(at, where)}, ${ago(at)}`}>${when(at, where)}</time>` : '–';
}

/** @param {{text: string, label: string, done?: (told: string) => void, told?: string}} props `told`: what the copied text is for */
export function CopyButton({ text, label, done = announce, told = 'Copied' }) {
    const [byHand, setByHand] = useState(false);
    const close = () => setByHand(false);
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(text);
            done(told);
        } catch {
            setByHand(true);
        }
    };
    return html`<button onClick=${copy}>${label}</button>
        ${byHand && html`<${Dialog} title=${label} onClose=${close}>
            <p>Without HTTPS the browser does not copy by itself. Select this text and copy it.</p>
            <pre tabindex="0" role="group" aria-label="The text">${text}</pre>
            <div class="actions"><button class="main" onClick=${close}>Close</button></div>
        <//>`}`;
}

/** How far a running task has come, as it says itself. */
export const Progress = ({ of: { done, total, text }, name }) => html`<div class="field">
    <progress aria-label=${name} max=${total || undefined} value=${total ? Math.min(done, total) : undefined} />
    <span>${count(done)}${total > 0 && ` of ${count(total)}`}${text && ` · ${text}`}</span>
</div>`;

const KINDS = {
    SUCCESS: ['good', '✓', 'succeeded'], FAILURE: ['bad', '✗', 'failed'], RETRY: ['warn', '↻', 'retrying'],
    REJECTED: ['bad', '✗', 'rejected'], REVOKED: ['warn', '■', 'revoked'], EXPIRED: ['warn', '⌛', 'expired'],
    IGNORED: ['', '–', 'ignored'], STARTED: ['', '▶', 'running'], PENDING: ['', '…', 'waiting'],
};

export function State({ state }) {
    const [kind, sign, word] = KINDS[state] ?? ['', '?', String(state).toLowerCase()];
    return html`<span class=${`tag ${kind}`}><span aria-hidden="true">${sign}</span>${word}</span>`;
}

export const nodeState = stats => !stats ? html`<span class="tag warn">slow to respond</span>`
    : stats.takes_tasks ? html`<span class="tag good">takes tasks</span>` : html`<span class="tag warn">quiet</span>`;

export function queueState(queue) {
    if (queue.paused) {
        return html`<span class="tag warn">paused</span>`;
    }
    return queue.consumers === 0 ? html`<span class="tag bad">no consumer</span>` : html`<span class="tag good">open</span>`;
}

/** A line of numbers over time, for a glance; the numbers themselves are beside it. */
export function Spark({ values }) {
    // What is not known is not zero: the line goes on at the next number.
    const known = values.map((value, i) => [i, value]).filter(([, value]) => Number.isFinite(value));
    if (known.length < 2) {
        return html`<svg class="spark" aria-hidden="true" />`;
    }
    const top = Math.max(...known.map(([, value]) => value)) || 1;
    const points = known.map(([i, value]) => `${(i * 100 / (values.length - 1)).toFixed(1)},${(27 - value * 26 / top).toFixed(1)}`);
    return html`<svg class="spark" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
        <polyline points=${points.join(' ')} fill="none" stroke="currentColor" stroke-width="1.5" vector-effect="non-scaling-stroke" />
    </svg>`;
}

const DIRECTIONS = { '1': ['↑', 'growing'], '-1': ['↓', 'shrinking'] };

/** A number, and how it moves. @param {{now: ?number, values?: (number|null)[]}} props `values`: those of the last minutes */
export function Moving({ now, values }) {
    const [sign, word] = DIRECTIONS[direction(values, now)] ?? [];
    return html`<span>${count(now)}${sign && html` <span title=${`${word}, compared with the last ten minutes`}><span aria-hidden="true">${sign}</span><span class="hidden">${word}</span></span>`}</span>`;
}
