/** Something done to many tasks or dead letters: the count first, then progress, and Stop. A node does it, not this tab. */
import { html, useEffect, useRef, useState } from '../../lib/preact.js';
import { get, path, post } from '../api.js';
import { count, plural } from '../format.js';
import { Dialog, announce } from '../parts/dialog.js';
import { Field } from '../parts/field.js';
import { Loading, Trouble } from '../parts/states.js';

const WORDS = {
    retry: { verb: 'Retry', past: 'sent again', says: 'Each task is sent again as it was, with its log context and its options.' },
    revoke: { verb: 'Revoke', past: 'revoked', says: 'They are not run. Those that run already go on.' },
    forget: { verb: 'Delete', past: 'deleted', says: 'Their rows leave the history, with their errors and log lines. What was counted stays counted.' },
    requeue: { verb: 'Requeue', past: 'requeued', says: 'Each message is sent unchanged to the queue it came from.' },
    delete: { verb: 'Delete', past: 'deleted', says: 'Their messages are deleted for good.' },
};
const RATE = 50;
const EVERY = 1000;
const AFTER_STOP = 3;
const reasons = counts => Object.entries(counts).map(([code, number]) => `${count(number)} ${code.replaceAll('-', ' ')}`).join(', ');

/** The options that somebody filled in; the others stay as they were sent. */
function changed(form) {
    const said = ['queue', 'priority', 'countdown'].map(name => [name, (form.get(`option-${name}`) ?? '').trim()]).filter(([, text]) => text);
    return said.length ? Object.fromEntries(said.map(([name, text]) =>
        [name, name !== 'queue' && Number.isFinite(Number(text)) ? Number(text) : text])) : null;
}

/** @param {{action: string, q?: string, ids?: string[], what: string, onClose: () => void}} props `what`: the word for one of them */
export function Bulk({ action, q, ids, what, onClose }) {
    const { verb, past, says } = WORDS[action];
    const [bulk, set] = useState(null);
    const [problem, setProblem] = useState(null);
    const [busy, setBusy] = useState(false);
    const over = useRef(false);
    const tried = async work => {
        setBusy(true);
        try {
            set(await work());
            setProblem(null);
        } catch (thrown) {
            setProblem(thrown);
        }
        setBusy(false);
    };
    useEffect(() => {
        tried(() => post('bulk', { action, q, ids }));
        return () => { over.current = true; };
    }, []);
    const runs = bulk?.state === 'running';
    useEffect(() => {
        const look = async () => {
            // What a node does while it is being stopped counts too, so the numbers are read a little longer.
            let looks = AFTER_STOP;
            while (runs && !over.current) {
                await new Promise(resolve => setTimeout(resolve, EVERY));
                const next = await get(path('bulk', bulk.bulk_id)).catch(setProblem);
                if (next) {
                    set(next);
                    if (next.state === 'done' || (next.state !== 'running' && --looks === 0)) {
                        announce(`${verb}: ${next.state}`);
                        return;
                    }
                }
            }
        };
        look();
    }, [runs]);
    const start = event => {
        event.preventDefault();
        const form = new FormData(event.target);
        const options = changed(form);
        const wanted = { action, q, ids, rate: Number(form.get('rate')), reason: form.get('reason').trim() || null, options };
        tried(async () => {
            // The rate and the reason belong to the operation. If the user changes them, it is counted again, once.
            const counted = bulk.rate === wanted.rate && bulk.reason === wanted.reason && !options ? bulk : await post('bulk', wanted);
            if (counted.possible !== bulk.possible) {
                return counted;
            }
            return post(path('bulk', counted.bulk_id, 'start')).catch(thrown => {
                if (thrown.code === 'preview-stale') {
                    return post('bulk', wanted);
                }
                throw thrown;
            });
        });
    };
    const stop = () => tried(() => post(path('bulk', bulk.bulk_id, 'stop')));
    const begun = bulk && bulk.state !== 'preview';
    const left = bulk && reasons(bulk.not_possible);
    return html`<${Dialog} title=${bulk ? `${verb} ${plural(bulk.possible, what)}?` : `${verb} …`} onClose=${onClose}>
        <form class="form" onSubmit=${start}>
            <p>${ids ? 'The chosen ones. ' : q ? html`Those that match <code>${q}</code>. ` : 'All of them. '}${says}</p>
            ${bulk && !bulk.exact && html`<p>There are more: the first ${count(bulk.count)} were counted.</p>`}
            ${left && html`<p>Not possible for ${left}.</p>`}
            ${bulk && !begun && bulk.sample?.length > 0 && html`<details><summary>A sample</summary><ul aria-label="A sample">${bulk.sample.map(id => html`<li class="mono" key=${id}>${id}</li>`)}</ul></details>`}
            ${bulk && !begun && html`
                <${Field} label="Rate, a second" name="rate" type="number" min="1" max="1000" required defaultValue=${bulk.rate ?? RATE} />
                <${Field} label="Reason" name="reason" maxlength="1000" hint="The audit shows it" />
                ${action === 'retry' && html`<details><summary>Other options</summary><div class="form">
                    <${Field} label="Queue" name="option-queue" hint="Empty: as it was sent" />
                    <${Field} label="Priority" name="option-priority" inputmode="numeric" hint="0 to 9; empty: as it was sent" />
                    <${Field} label="Countdown" name="option-countdown" inputmode="decimal" hint="Seconds until they may start" />
                </div></details>`}`}
            ${begun && html`<progress max=${Math.max(bulk.possible, 1)} value=${bulk.state === 'done' ? bulk.possible || 1 : bulk.done} aria-label=${past} />
                <p role="status">${count(bulk.done)} ${past}${reasons(bulk.refused) && `, not possible: ${reasons(bulk.refused)}`}${bulk.state === 'stopped' ? `. Stopped; ${count(bulk.left)} left as they were.` : bulk.left ? `, ${count(bulk.left)} left.` : '.'}</p>`}
            ${!bulk && !problem && html`<${Loading} what="Counting" />`}
            <${Trouble} problem=${problem} />
            <div class="actions">${runs && html`<button type="button" disabled=${busy} onClick=${stop}>Stop</button>`}
                <button type="button" onClick=${onClose}>${begun ? 'Close' : 'Cancel'}</button>
                ${bulk && !begun && html`<button class=${verb === 'Delete' ? 'main danger' : 'main'}
                    disabled=${busy || bulk.possible === 0}>${busy ? 'Working …' : verb}</button>`}</div>
        </form>
    <//>`;
}
