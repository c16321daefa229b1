/** Ctrl-K: a task by its id, the tasks of a request, or a page by its name. */
import { html, useState } from '../lib/preact.js';
import { get } from './api.js';
import { useAsked } from './asked.js';
import { link } from './route.js';
import { Dialog } from './parts/dialog.js';
import { Field } from './parts/field.js';

const PLACES = [
    ['Overview', []], ['Tasks', ['tasks']], ['Failures', ['failures']], ['Dead letters', ['dead-letters']], ['Queues', ['queues']],
    ['Nodes', ['nodes']], ['Catalogue', ['catalogue']], ['Applications', ['applications']],
    ['Audit', ['audit']],
];
const MOST_NAMES = 8;

/** @returns {{label: string, href: string}[]} best first */
function found(text, tasks) {
    const wanted = text.trim();
    const small = wanted.toLowerCase();
    const places = PLACES.filter(([name]) => name.toLowerCase().includes(small));
    const names = wanted ? tasks.filter(task => task.name.toLowerCase().includes(small)).slice(0, MOST_NAMES) : [];
    const pages = [
        ...places.map(([name, parts]) => ({ label: `Page ${name}`, href: link(parts) })),
        ...names.map(({ name }) => ({ label: `Call ${name}`, href: link(['catalogue', name]) })),
    ];
    if (!wanted) {
        return pages;
    }
    if (/^-?[a-z_.]+[:<>]/i.test(wanted)) {
        return [{ label: `Tasks with ${wanted}`, href: link(['tasks'], { q: wanted }) }, ...pages];
    }
    const quoted = /\s/.test(wanted) ? `"${wanted}"` : wanted;
    const ids = [
        { label: `Task ${wanted}`, href: link(['tasks', wanted]) },
        { label: `Tasks of request ${wanted}`, href: link(['tasks'], { q: `request_id:${quoted}` }) },
    ];
    return pages.length ? [...pages, ...ids] : ids;
}

export function Search({ onClose }) {
    const [text, setText] = useState('');
    const tasks = useAsked(signal => get('tasks', { signal }), 'tasks', 0).data ?? [];
    const choices = found(text, tasks);
    const submit = event => {
        event.preventDefault();
        if (choices.length) {
            location.hash = choices[0].href;
            onClose();
        }
    };
    return html`<${Dialog} title="Search" onClose=${onClose}>
        <form class="form" onSubmit=${submit} role="search" aria-label="Everything">
            <${Field} label="Task id, request id, page or task name" value=${text} onInput=${event => setText(event.target.value)}
                autofocus autocomplete="off" spellcheck=${false} hint="Enter opens the first one" />
            <ul class="found" aria-label="Found">${choices.map(({ label, href }) => html`
                <li key=${href}><a href=${href} onClick=${onClose}>${label}</a></li>`)}</ul>
            <div class="actions"><button type="button" onClick=${onClose}>Close</button></div>
        </form>
    <//>`;
}
