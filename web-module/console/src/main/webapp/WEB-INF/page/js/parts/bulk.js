/** Something done to many tasks or dead letters: the count first, then progress, and Stop. A node does it, not this tab. */
import { html, useEffect, useRef, useState } from '../../lib/preact.js';
import { get, path, post } from '../api.js';
import { count, plural } from '../format.js';
import { Dialog, announce } from './dialog.js';
import { Field } from './field.js';
import { Loading, Trouble } from './states.js';

const WORDS = {
    retry: { verb: 'Retry', past: 'sent again', says: 'Each task is sent again as it was, with its log context.' },
    revoke: { verb: 'Revoke', past: 'revoked', says: 'They are not run. Those that run already go on.' },
    requeue: { verb: 'Requeue', past: 'requeued', says: 'Each message is sent unchanged to the queue it came from.' },
    delete: { verb: 'Delete', past: 'deleted', says: 'Their messages are deleted for good.' },
};
const RATE = 50;
const EVERY = 1000;
const reasons = counts => Object.entries(counts).map(([code, number]) => `${count(number)} ${code.replaceAll('-', ' ')}`).join(', ');

/** @param {{action: string, q: string, what: string, onClose: () => void}} props `what`: the word for one of them */
export function Bulk({ action, q, what, onClose }) {
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
        tried(() => post('bulk', { action, q }));
        return () => { over.current = true; };
    }, []);
    const runs = bulk?.state === 'running';
    useEffect(() => {
        const look = async () => {
            while (runs && !over.current) {
                await new Promise(resolve => setTimeout(resolve, EVERY));
                const next = await get(path('bulk', bulk.bulk_id)).catch(setProblem);
                if (next) {
                    set(next);
                    if (next.state !== 'running') {
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
        const wanted = { action, q, rate: Number(form.get('rate')), reason: form.get('reason').trim() || null };
        tried(async () => {
            // The rate and the reason belong to the operation. If the user changes them, it is counted again, once.
            const counted = bulk.rate === wanted.rate && bulk.reason === wanted.reason ? bulk : await post('bulk', wanted);
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
            <p>${q ? html`Those that match <code>${q}</code>. ` : 'All of them. '}${says}</p>
            ${bulk && !bulk.exact && html`<p>There are more: the first ${count(bulk.count)} were counted.</p>`}
            ${left && html`<p>Not possible for ${left}.</p>`}
            ${bulk && !begun && html`
                <${Field} label="Rate, a second" name="rate" type="number" min="1" max="1000" required defaultValue=${bulk.rate ?? RATE} />
                <${Field} label="Reason" name="reason" maxlength="1000" hint="The audit shows it" />`}
            ${begun && html`<progress max=${Math.max(bulk.possible, 1)} value=${bulk.state === 'done' ? bulk.possible || 1 : bulk.done} aria-label=${past} />
                <p role="status">${count(bulk.done)} ${past}${reasons(bulk.refused) && `, not possible: ${reasons(bulk.refused)}`}${bulk.state === 'stopped' ? '. Stopped; the rest is unchanged.' : '.'}</p>`}
            ${!bulk && !problem && html`<${Loading} what="Counting" />`}
            <${Trouble} problem=${problem} />
            <div class="actions">${runs && html`<button type="button" disabled=${busy} onClick=${stop}>Stop</button>`}
                <button type="button" onClick=${onClose}>${begun ? 'Close' : 'Cancel'}</button>
                ${bulk && !begun && html`<button class=${action === 'delete' ? 'main danger' : 'main'}
                    disabled=${busy || bulk.possible === 0}>${busy ? 'Working …' : verb}</button>`}</div>
        </form>
    <//>`;
}
