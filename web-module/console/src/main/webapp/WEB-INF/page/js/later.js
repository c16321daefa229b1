/**
 * Parts of the page that its first sight does not need. Each is loaded when it is first shown, and all of them soon after
 * the first page, so that they open at once, also while the server is away.
 */
import { html, useEffect, useState } from '../lib/preact.js';
import { Loading, Trouble } from './parts/states.js';
import { reached } from './store.js';

const MISSING = new Error('This part of the page could not be loaded.');
const loads = new Set();

const AGAIN = 1000;

let wasLost = false;
reached.listen(is => {
    wasLost ||= !is;
});

/**
 * A browser may never ask again for a module that failed to load, so no module is asked for while the server is away. A
 * server that starts responds before it has the page.
 */
async function responding() {
    while (wasLost) {
        const response = await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
        if (response?.ok) {
            wasLost = false;
        } else {
            await new Promise(resolve => setTimeout(resolve, AGAIN));
        }
    }
}

/** Loads all parts that are known so far. A part that fails says so when it is shown. */
export const loadAll = () => loads.forEach(load => load().catch(() => {}));

/**
 * @param {() => Promise<any>} load loads the module
 * @param {string} name the component that the module exports
 * @returns the component; its `early` loads the module before it is shown
 */
export function later(load, name) {
    let Part;
    const early = async () => {
        await responding();
        Part ??= (await load())[name];
    };
    function Later(props) {
        const [isMissing, setMissing] = useState();
        const drawn = Boolean(Part);
        useEffect(() => {
            if (!drawn) {
                early().then(() => setMissing(false), () => setMissing(true));
            }
        }, []);
        return html`<div class="answer">${Part ? html`<${Part} ...${props} />`
            : isMissing ? html`<${Trouble} problem=${MISSING} again=${() => location.reload()} />` : html`<${Loading} />`}</div>`;
    }
    Later.early = early;
    loads.add(early);
    return Later;
}
