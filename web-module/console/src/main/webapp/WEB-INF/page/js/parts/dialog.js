/** Dialogs: the browser's own, so that focus stays inside and Escape closes them. */
import { html, useEffect, useRef, useState } from '../../lib/preact.js';
import { store, useStore } from '../store.js';
import { Trouble } from './states.js';

let numbers = 0;

/** @param {{title: string, onClose: () => void, children: any, shut?: boolean}} props */
export function Dialog({ title, onClose, children, shut = true }) {
    const box = useRef(null);
    const [id] = useState(() => `dialog-${++numbers}`);
    useEffect(() => {
        const before = document.activeElement;
        box.current.showModal();
        return () => before?.isConnected && before.focus();
    }, []);
    const cancelled = event => {
        event.preventDefault();
        if (shut) {
            onClose();
        }
    };
    return html`<dialog ref=${box} aria-labelledby=${id} onCancel=${cancelled} class="appears">
        <div class="form"><h2 id=${id}>${title}</h2>${children}</div>
    </dialog>`;
}

const question = store(null);

/**
 * Asks before something is done, and shows its failure in the same place.
 *
 * @param {{title: string, text: any, verb: string, danger?: boolean, fields?: any, run: (form: FormData) => Promise<any>,
 *     done?: (result: any) => void}} asked
 */
export const confirm = asked => question.set(asked);

/** Where confirm draws its dialog; once a page. */
export function Confirmations() {
    const asked = useStore(question);
    // The question ends with the page, so that the next user does not see it.
    useEffect(() => () => question.set(null), []);
    return asked && html`<${Confirm} ...${asked} key=${asked.title} />`;
}

function Confirm({ title, text, verb, danger, fields, run, done }) {
    const [problem, setProblem] = useState(null);
    const [busy, setBusy] = useState(false);
    const close = () => question.set(null);
    const submit = async event => {
        event.preventDefault();
        setBusy(true);
        try {
            const result = await run(new FormData(event.target));
            close();
            announce(`${verb}: done`);
            done?.(result);
        } catch (error) {
            setProblem(error);
            setBusy(false);
        }
    };
    return html`<${Dialog} title=${title} onClose=${close}>
        <form class="form" onSubmit=${submit}>
            <div>${text}</div>
            ${fields}
            <${Trouble} problem=${problem} />
            <div class="actions">
                <button type="button" onClick=${close}>Cancel</button>
                <button class=${danger ? 'main danger' : 'main'} disabled=${busy}>${busy ? 'Working …' : verb}</button>
            </div>
        </form>
    <//>`;
}

const said = store('');

/** Tells screen readers what has happened. */
export const announce = text => said.set(text);

export function Announcements() {
    return html`<div class="hidden" role="status">${useStore(said)}</div>`;
}
