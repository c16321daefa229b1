/** The state of everything in one sentence: the worst news, with a link to where something can be done. */
import { count, percent, plural } from './format.js';
import { link } from './route.js';

/** @typedef {{level: 'good'|'warn'|'bad', sentence: string, href?: string}} Verdict */

/**
 * @param {{health?: any, queues?: any, nodes?: any, overview?: any}} known what has been answered so far
 * @returns {Verdict}
 */
export function verdict({ health, queues, nodes, letters, overview }) {
    return down(health) ?? idle(nodes) ?? blocked(queues) ?? failing(overview) ?? quiet(nodes) ?? parked(letters) ?? well(nodes);
}

function down(health) {
    if (!health || health.status === 'UP') {
        return null;
    }
    const names = (health.checks ?? []).filter(check => check.status !== 'UP').map(check => check.name);
    return { level: 'bad', sentence: `This server cannot work: ${names.join(', ') || 'a check'} is down. Its log says why, as health_check_failed.` };
}

const wait = number => `${plural(number, 'task')} ${number === 1 ? 'waits' : 'wait'}`;
const states = nodes => Object.entries(nodes ?? {}).filter(([, node]) => node.stats);

function idle(nodes) {
    const known = states(nodes);
    return nodes && known.length > 0 && known.every(([, node]) => !node.stats.takes_tasks)
        ? { level: 'bad', sentence: 'No node accepts tasks.', href: '#/nodes' } : null;
}

function blocked(queues) {
    const none = queues?.queues.find(queue => queue.consumers === 0 && !queue.paused && queue.waiting > 0);
    if (none) {
        return { level: 'bad', sentence: `Nobody consumes the queue ${none.name}, where ${wait(none.waiting)}.`, href: link(['queues', none.name]) };
    }
    const [paused] = (queues?.queues ?? []).filter(queue => queue.paused).sort((one, other) => (other.waiting ?? 0) - (one.waiting ?? 0));
    if (paused) {
        const waiting = paused.waiting > 0 ? `; ${wait(paused.waiting)}` : '';
        return { level: 'warn', sentence: `The queue ${paused.name} is paused${waiting}.`, href: link(['queues', paused.name]) };
    }
    const task = queues?.paused_tasks?.[0];
    return task ? { level: 'warn', sentence: `The task ${task} is paused.`, href: link(['catalogue', task]) } : null;
}

/** The API names its own paths. */
function pageOf(path) {
    const [, kind, group] = path?.match(/^(\w+)(?:\/([^?]+))?/) ?? [];
    if (kind === 'failures' && group) {
        return link(['failures'], { q: `group:${group}` });
    }
    return kind === 'workers' ? link(['nodes']) : path ? `#/${path}` : undefined;
}

const LEVELS = { ok: 'good', warning: 'warn', error: 'bad' };

function failing(overview) {
    const said = overview?.verdict;
    if (said?.level && said.level !== 'ok') {
        return { level: LEVELS[said.level] ?? 'warn', sentence: said.sentence, href: pageOf(said.link) };
    }
    const worst = overview?.failing?.[0];
    return worst && worst.failed >= 0.05
        ? { level: 'warn', sentence: `${worst.name} fails ${percent(worst.failed)}: ${worst.error}`, href: link(['tasks'], { q: `group:${worst.group}` }) } : null;
}

function quiet(nodes) {
    const names = states(nodes).filter(([, node]) => !node.stats.takes_tasks).map(([name]) => name);
    return names.length ? { level: 'warn', sentence: `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} quiet; the other nodes take the tasks.`, href: '#/nodes' } : null;
}

function parked(letters) {
    return letters?.value > 0
        ? { level: 'warn', sentence: `${letters.exact ? '' : 'More than '}${plural(letters.value, 'dead letter')} wait${letters.value === 1 ? 's' : ''} for a decision.`, href: '#/dead-letters' } : null;
}

function well(nodes) {
    const known = states(nodes).length;
    return { level: 'good', sentence: known ? `All is well: ${count(known)} ${known === 1 ? 'node accepts' : 'nodes accept'} tasks.` : 'Asking the nodes …' };
}
