/** Parts of the page that few visits need: the modules below later/ are loaded when one of them is first shown. */
import { html, useEffect, useState } from '../lib/preact.js';
import { Loading, Trouble } from './parts/states.js';

const MISSING = new Error('This part of the page could not be loaded.');

/** @param {() => Promise<any>} load loads the module @param {string} name the component that it exports */
export function later(load, name) {
    let Part;
    return function Later(props) {
        const [state, set] = useState();
        const begin = () => {
            set('loading');
            load().then(module => {
                Part = module[name];
                set('loaded');
            }, () => set('missing'));
        };
        useEffect(() => {
            if (!Part) {
                begin();
            }
        }, []);
        return html`<div class="answer">${Part ? html`<${Part} ...${props} />`
            : state === 'missing' ? html`<${Trouble} problem=${MISSING} again=${begin} />` : html`<${Loading} />`}</div>`;
    };
}
