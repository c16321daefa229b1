/** Failures, grouped by task, error and place. */
import { html, useState } from '../../lib/preact.js';
import { get, patch, path, query } from '../api.js';
import { useAsked } from '../asked.js';
import { count, isNew, plural, shortType, when } from '../format.js';
import { change, link } from '../route.js';
import { mayWrite, session } from '../session.js';
import { useStore } from '../store.js';
import { Bulk } from '../parts/bulk.js';
import { confirm } from '../parts/dialog.js';
import { Field } from '../parts/field.js';
import { QueryBox } from '../parts/query.js';
import { Answer, Blank, NoHistory } from '../parts/states.js';
import { Table } from '../parts/table.js';
import { Time } from '../parts/value.js';

const isMuted = group => group.muted_until && Date.parse(group.muted_until) > Date.now();
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Since when all nodes have run what is deployed now; undefined if no node tells. */
function useDeployed() {
    const { data } = useAsked(signal => get('workers', { signal }), 'workers', MINUTE);
    return Object.values(data ?? {}).map(({ stats }) => stats?.started_at).filter(Boolean).sort((one, other) => Date.parse(one) - Date.parse(other))[0];
}

function note(group, done) {
    confirm({
        title: `Note on ${group.name}`, text: html`<p>Everybody who looks at this group sees it.</p>`, verb: 'Save',
        fields: html`<${Field} label="Note" name="note" defaultValue=${group.note ?? ''} maxlength="500" />`,
        run: form => patch(path('failures', group.group), { note: form.get('note').trim() || null }), done,
    });
}

function mute(group, done) {
    confirm({
        title: isMuted(group) ? `Unmute ${group.name}?` : `Mute ${group.name}?`,
        text: html`<p>${isMuted(group) ? 'The verdict mentions it again.' : 'The verdict does not mention it for a while. It is still counted and listed.'}</p>`,
        fields: !isMuted(group) && html`<${Field} label="Hours" name="hours" type="number" min="1" max="720" defaultValue="24" />`,
        verb: isMuted(group) ? 'Unmute' : 'Mute',
        run: form => patch(path('failures', group.group),
            { muted_until: isMuted(group) ? null : new Date(Date.now() + form.get('hours') * HOUR).toISOString() }), done,
    });
}

export function Failures({ values }) {
    const { q = '' } = values;
    const writes = mayWrite(useStore(session));
    const [group, setGroup] = useState(null);
    const asked = useAsked(signal => get('failures' + query({ q }), { signal }), q, 4000);
    const missing = html`<section class="card"><${NoHistory} what="The log and the result of a task say why it failed." /></section>`;
    const isBad = asked.error?.code === 'bad-query';
    return html`<h1>Failures</h1>
        ${!asked.error?.isMissingCall && html`<${QueryBox} q=${q} problem=${asked.error} example="task:mail.* error:Timeout* age<24h" onSearch=${text => change({ q: text })} />`}
        ${!isBad && html`<${Answer} asked=${asked} missing=${missing}>${data => html`<section class="card">
            ${data.sources?.memory?.sentence && html`<p class="soft">${data.sources.memory.sentence}</p>`}
            ${data.items.length === 0 ? html`<${Blank} title=${q ? 'No failure matches' : 'Nothing failed in the last 24 hours'} />` : html`
            <p class="soft">${data.total.exact ? '' : 'At least '}${plural(data.total.value, 'group')}. A group is one error at one place of one task.</p>
            <${Groups} key=${q} q=${q} first=${data} columns=${deployed => columns(writes, asked.again, setGroup, deployed)} />`}
        </section>`}<//>`}
        ${group && html`<${Bulk} action="retry" q=${`group:${group}`} what="task" onClose=${() => { setGroup(null); asked.again(); }} />`}`;
}

/** The first page refreshes until the next one is wanted. */
function Groups({ q, first, columns }) {
    const [state, set] = useState({});
    const deployed = useDeployed();
    const { items, next } = state.items ? state : first;
    const load = async () => {
        set({ items, next, busy: true });
        try {
            const page = await get('failures' + query({ q, after: next }));
            set({ items: [...items, ...page.items], next: page.next });
        } catch (problem) {
            set({ items, next, problem });
        }
    };
    const known = new Set();
    const rows = items.filter(({ group }) => !known.has(group) && known.add(group));
    return html`<div class="answer"><${Table} name="Failure groups" id=${group => group.group} rows=${rows} columns=${columns(deployed)} />
        ${state.problem && html`<p class="wrong" role="alert">${state.problem.message}</p>`}
        <div class="actions">
            ${next && html`<button onClick=${load} disabled=${state.busy}>${state.busy ? 'Loading …' : 'More'}</button>`}
            ${state.items && html`<button onClick=${() => set({})}>Newest</button>`}</div></div>`;
}

function Novelty({ group, deployed }) {
    if (isMuted(group)) {
        return html`<span class="tag">muted</span>`;
    }
    return Date.parse(group.date_first) >= Date.parse(deployed)
        ? html`<span class="tag bad" title=${`All nodes have run since ${when(deployed)}`}>new since deploy</span>`
        : html`<span class="tag bad">${isNew(group.date_first) ? 'new' : 'open'}</span>`;
}

const columns = (writes, again, retry, deployed) => [
    { title: 'Task', cell: group => html`<a href=${link(['tasks'], { q: `group:${group.group}` })}>${group.name}</a>` },
    { title: 'Error', cell: group => html`<strong>${shortType(group.error_type)}</strong>${group.frame && html` at <code>${group.frame}</code>`}
        ${group.note && html`<div class="soft">${group.note}</div>`}` },
    { title: 'Failures', kind: 'number', cell: group => count(group.total) },
    { title: 'First', cell: group => html`<${Time} at=${group.date_first} />` },
    { title: 'Last', cell: group => html`<${Time} at=${group.date_last} />` },
    { title: 'State', cell: group => html`<${Novelty} group=${group} deployed=${deployed} />` },
    { title: 'Sample', cell: group => group.sample_id ? html`<a href=${link(['tasks', group.sample_id])} aria-label=${`Latest failure of ${group.name}`}>Open</a>` : '–' },
    writes && { title: 'Do', hidden: true, kind: 'do', cell: group => html`
        <button onClick=${() => retry(group.group)} aria-label=${`Retry all of ${group.name}`}>Retry all…</button>
        <button onClick=${() => note(group, again)} aria-label=${`Note on ${group.name}`}>Note…</button>
        <button onClick=${() => mute(group, again)} aria-label=${`${isMuted(group) ? 'Unmute' : 'Mute'} ${group.name}`}>${isMuted(group) ? 'Unmute…' : 'Mute…'}</button>` },
];
