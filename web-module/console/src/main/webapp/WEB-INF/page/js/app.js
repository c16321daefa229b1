/** The whole page: sign-in, or the frame with the page of the address. */
import { html, useEffect, useState } from '../lib/preact.js';
import { later } from './later.js';
import { useRoute } from './route.js';
import { recall, session } from './session.js';
import { useStore } from './store.js';
import { Announcements, Confirmations } from './parts/dialog.js';
import { Loading, Trouble } from './parts/states.js';
import { Frame } from './frame.js';
import { Failures } from './pages/failures.js';
import { Letters } from './pages/letters.js';
import { NodePage, Nodes } from './pages/nodes.js';
import { Overview } from './pages/overview.js';
import { QueuePage, Queues } from './pages/queues.js';
import { Renewal, SignIn } from './pages/signin.js';
import { Task } from './pages/task.js';
import { Tasks } from './pages/tasks.js';

const Application = later(() => import('./later/applications.js'), 'Application');
const Applications = later(() => import('./later/applications.js'), 'Applications');
const Audit = later(() => import('./later/audit.js'), 'Audit');
const Call = later(() => import('./later/call.js'), 'Call');
const Catalogue = later(() => import('./later/catalogue.js'), 'Catalogue');

/** The pages by the first part of the address; the second form is for an address with a second part. */
const PAGES = {
    '': [Overview],
    tasks: [Tasks, Task],
    failures: [Failures],
    'dead-letters': [Letters],
    queues: [Queues, QueuePage],
    nodes: [Nodes, NodePage],
    applications: [Applications, Application],
    audit: [Audit],
    catalogue: [Catalogue, Call],
};

export function App() {
    const who = useStore(session);
    const route = useRoute();
    const [problem, setProblem] = useState(null);
    const begin = () => {
        setProblem(null);
        recall().catch(setProblem);
    };
    useEffect(begin, []);
    if (problem && who === undefined) {
        return html`<div class="gate"><div class="card"><h1>Abakus</h1><${Trouble} problem=${problem} again=${begin} /></div></div>`;
    }
    if (who === undefined) {
        return html`<${Loading} />`;
    }
    if (who === null) {
        return html`<${SignIn} />`;
    }
    const [Whole, One] = PAGES[route.parts[0] ?? ''] ?? [];
    const Page = route.parts.length > 1 ? One : Whole;
    // One element with a key for each page: this release of Preact may confuse the order of pages with several roots.
    return html`<div>
        <${Frame} at=${route.parts[0] ?? ''} place=${route.parts.join('/')}><div class="answer" key=${route.parts.join('/')}>
            ${Page ? html`<${Page} name=${route.parts[1]} values=${route.values} />`
                : html`<h1>There is no such page</h1><p><a href="#/">To the overview</a></p>`}
        </div><//>
        <${Confirmations} /><${Renewal} /><${Announcements} />
    </div>`;
}
