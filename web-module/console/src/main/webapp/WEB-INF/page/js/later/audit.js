/** Who did what. */
import { html } from '../../lib/preact.js';
import { get, query } from '../api.js';
import { useAsked } from '../asked.js';
import { change } from '../route.js';
import { Answer, Blank, NoHistory } from '../parts/states.js';
import { Table } from '../parts/table.js';
import { Time } from '../parts/value.js';

export function Audit({ values }) {
    const { after } = values;
    const asked = useAsked(signal => get('audit' + query({ after, limit: 50 }), { signal }), after ?? '', after ? 0 : 5000);
    const missing = html`<section class="card"><${NoHistory} what="What operators do is in the log, with current_user." /></section>`;
    return html`<h1>Audit</h1>
        <${Answer} asked=${asked} missing=${missing}>${data => html`<section class="card">${data.items.length === 0
            ? html`<${Blank} title="Nobody has done anything yet" />` : html`
            <${Table} name="Audit" id=${row => `${row.date} ${row.action} ${row.target} ${row.request_id}`} rows=${data.items} columns=${[
                { title: 'When', cell: row => html`<${Time} at=${row.date} />` },
                { title: 'Who', cell: row => row.user ?? '–' },
                { title: 'Did', cell: row => row.action },
                { title: 'To', cell: row => html`<span class="mono">${row.target ?? '–'}</span>` },
                { title: 'Reason', cell: row => row.reason ?? '–' },
                { title: 'Outcome', cell: row => row.outcome ?? '–' },
                { title: 'Request', cell: row => html`<span class="mono">${row.request_id ?? '–'}</span>` },
            ]} />
            <div class="actions">
                ${after && html`<button onClick=${() => change({ after: '' })}>Newest</button>`}
                ${data.next && html`<button onClick=${() => change({ after: data.next })}>Older</button>`}
            </div>`}</section>`}<//>`;
}
