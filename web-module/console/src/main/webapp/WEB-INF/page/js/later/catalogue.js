/** The tasks that this application knows. */
import { html } from '../../lib/preact.js';
import { get } from '../api.js';
import { useAsked } from '../asked.js';
import { plural } from '../format.js';
import { change, link } from '../route.js';
import { mayWrite, session } from '../session.js';
import { useStore } from '../store.js';
import { Field } from '../parts/field.js';
import { Answer, Blank } from '../parts/states.js';
import { Table } from '../parts/table.js';

export const signature = task => `(${task.parameters.map(({ name, type }) => `${type} ${name}`).join(', ')})`;

export function Catalogue({ values }) {
    const writes = mayWrite(useStore(session));
    const { name = '' } = values;
    const asked = useAsked(signal => get('tasks', { signal }), 'tasks', 0);
    return html`<h1>Catalogue</h1>
        <${Field} label="Name contains" type="search" value=${name} onChange=${event => change({ name: event.target.value })} />
        <section class="card"><${Answer} asked=${asked}>${tasks => {
            const rows = tasks.filter(task => task.name.toLowerCase().includes(name.toLowerCase()));
            return rows.length === 0 ? html`<${Blank} title=${name ? 'No task has such a name' : 'This application has no tasks'} />` : html`
                <p class="soft">${plural(rows.length, 'task')}</p>
                <${Table} name="Tasks" id=${task => task.name} rows=${rows} columns=${[
                    { title: 'Task', cell: task => html`<a href=${link(['catalogue', task.name])}>${task.name}</a>` },
                    { title: 'Parameters', cell: task => html`<code>${signature(task)}</code>` },
                    { title: 'Queue', cell: task => task.attributes.queue ?? 'by route' },
                    { title: 'Retries', kind: 'number', cell: task => task.attributes.max_retries < 0 ? 'no limit' : task.attributes.max_retries ?? '–' },
                    { title: 'Executions', cell: task => html`<a href=${link(['tasks'], { q: `task:${task.name}` })}
                        aria-label=${`Executions of ${task.name}`}>Show</a>` },
                    writes && { title: 'Do', hidden: true, kind: 'do', cell: task => html`
                        <a class="button" href=${link(['catalogue', task.name])} aria-label=${`Call ${task.name}`}>Call…</a>` },
                ]} />`;
        }}<//></section>`;
}
