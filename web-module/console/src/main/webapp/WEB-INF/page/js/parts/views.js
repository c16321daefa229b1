/** The saved views of a page: choose one, save the query, delete one's own. */
import { html } from '../../lib/preact.js';
import { get, path, put, remove } from '../api.js';
import { useAsked } from '../asked.js';
import { change } from '../route.js';
import { mayWrite, session } from '../session.js';
import { useStore } from '../store.js';
import { confirm } from './dialog.js';
import { Field } from './field.js';

/** @param {{page: string, q: string}} props */
export function Views({ page, q }) {
    const writes = mayWrite(useStore(session));
    const { data, again } = useAsked(signal => get('views', { signal }), 'views', 0);
    const views = data?.items.filter(view => view.page === page) ?? [];
    const chosen = views.find(view => view.q === q);
    const choose = event => change({ q: views[event.target.value]?.q ?? '', after: '' });
    const save = () => confirm({
        title: 'Save this view', verb: 'Save', text: html`<p><code>${q || 'everything'}</code></p>`,
        fields: html`<${Field} label="Name" name="name" maxlength="64" required defaultValue=${chosen?.own ? chosen.name : ''} />
            <label class="check"><input type="checkbox" name="shared" defaultChecked=${chosen?.shared} /><span>Others see it, too</span></label>`,
        run: form => put(path('views', form.get('name').trim()), { page, q, shared: form.has('shared') }), done: again,
    });
    const forget = () => confirm({
        title: `Delete the view ${chosen.name}?`, verb: 'Delete', danger: true, text: html`<p>Nothing else is deleted.</p>`,
        run: () => remove(path('views', chosen.name)), done: again,
    });
    return (views.length > 0 || writes) && html`<div class="line">
        ${views.length > 0 && html`<select class="grow" aria-label="Saved views" value=${chosen ? views.indexOf(chosen) : ''} onChange=${choose}>
            <option value="">Saved views</option>
            ${views.map((view, i) => html`<option key=${`${view.owner} ${view.name}`} value=${i}>${view.name}${view.own ? '' : ` (${view.owner})`}</option>`)}
        </select>`}
        ${writes && html`<button onClick=${save}>Save view…</button>`}
        ${writes && chosen?.own && html`<button class="danger" onClick=${forget}>Delete view…</button>`}
    </div>`;
}
