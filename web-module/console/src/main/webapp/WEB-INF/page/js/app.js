/** The whole page: sign-in, or the frame with the page of the address. */
import { html, useEffect, useState } from '../lib/preact.js';
import { later, loadAll } from './later.js';
import { useRoute } from './route.js';
import { recall, session } from './session.js';
import { useStore } from './store.js';
import { Announcements, Confirmations } from './parts/dialog.js';
import { Loading, Trouble } from './parts/states.js';
import { Frame } from './frame.js';
import { Renewal, SignIn } from './pages/signin.js';

/** With what it imports, so that the browser loads them side by side. */
const Overview = later(() => Promise.all([
    import('./pages/overview.js'), import('./parts/value.js'), import('./verdict.js'), import('./trends.js'), import('./parts/table.js'), import('./rates.js'),
]).then(([page]) => page), 'Overview');
const Tasks = later(() => import('./pages/tasks.js'), 'Tasks');
const Task = later(() => import('./pages/task.js'), 'Task');
const Failures = later(() => import('./pages/failures.js'), 'Failures');
const Letters = later(() => import('./pages/letters.js'), 'Letters');
const Queues = later(() => import('./pages/queues.js'), 'Queues');
const QueuePage = later(() => import('./pages/queues.js'), 'QueuePage');
const Nodes = later(() => import('./pages/nodes.js'), 'Nodes');
const NodePage = later(() => import('./pages/nodes.js'), 'NodePage');
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

/** So long after the sign-in the first page has its data, and the connections are free for the other pages. */
const CALM = 2000;

const pageOf = ({ parts }) => (PAGES[parts[0] ?? ''] ?? [])[parts.length > 1 ? 1 : 0];

export function App() {
    const who = useStore(session);
    const route = useRoute();
    const [problem, setProblem] = useState(null);
    const begin = () => {
        setProblem(null);
        recall().catch(setProblem);
    };
    useEffect(() => {
        begin();
        // The page of the address is loaded while the server is asked who is signed in.
        pageOf(route)?.early().catch(() => {});
    }, []);
    const isIn = Boolean(who);
    useEffect(() => {
        const timer = isIn && setTimeout(loadAll, CALM);
        return () => clearTimeout(timer);
    }, [isIn]);
    if (problem && who === undefined) {
        return html`<div class="gate"><div class="card"><h1>Abakus</h1><${Trouble} problem=${problem} again=${begin} /></div></div>`;
    }
    if (who === undefined) {
        return html`<${Loading} />`;
    }
    if (who === null) {
        return html`<${SignIn} />`;
    }
    const Page = pageOf(route);
    // One element with a key for each page: this release of Preact may confuse the order of pages with several roots.
    return html`<div>
        <${Frame} at=${route.parts[0] ?? ''} place=${route.parts.join('/')}><div class="answer" key=${route.parts.join('/')}>
            ${Page ? html`<${Page} name=${route.parts[1]} values=${route.values} />`
                : html`<h1>There is no such page</h1><p><a href="#/">To the overview</a></p>`}
        </div><//>
        <${Confirmations} /><${Renewal} /><${Announcements} />
    </div>`;
}
