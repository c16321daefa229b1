/** How many tasks have not ended, as far as the broker and the nodes tell. */
import { get, query } from './api.js';
import { count } from './format.js';

/** A sum with a number that nobody tells is not told either. */
const sum = numbers => numbers.every(Number.isFinite) ? numbers.reduce((all, one) => all + one, 0) : null;

/** A source that does not respond leaves its states without a number. */
const orNothing = asked => asked.catch(() => undefined);

/**
 * @param {string} rest a query without states
 * @returns {Promise<Record<string, string|undefined>>} the numbers as text, by state
 */
export const counts = (rest, signal) => rest ? searched(rest, signal) : told(signal);

/** The broker and the nodes know their numbers without being searched. */
async function told(signal) {
    const [queues, nodes] = await Promise.all([orNothing(get('queues', { signal })), orNothing(get('workers', { signal }))]);
    return {
        running: nodes && count(sum(Object.values(nodes).map(({ stats }) => stats?.active))),
        waiting: queues && count(sum(queues.queues.map(queue => queue.waiting))),
        delayed: queues && count(sum(queues.queues.map(queue => queue.scheduled))),
    };
}

async function searched(rest, signal) {
    const states = ['running', 'waiting', 'delayed'];
    const found = await Promise.all(states.map(state =>
        orNothing(get('executions/facets' + query({ q: `state:${state} ${rest}`, by: 'state' }), { signal }))));
    return Object.fromEntries(states.map((state, i) =>
        [state, found[i]?.total && count(found[i].total.value) + (found[i].total.exact ? '' : '+')]));
}
