/** The last hour, minute by minute, as far as the server's history has it. */
import { useRef } from '../lib/preact.js';
import { get, query } from './api.js';
import { useAsked } from './asked.js';

const EVERY = 60_000;
/** Each queue is a question of its own. */
const MOST_QUEUES = 12;
const RECENT = 10;

/** Without the current minute, which has only begun. */
async function minutes(of, { queue, task }, signal) {
    const { points } = await get('series' + query({ of, queue, task }), { signal });
    return points.slice(0, -1).map(({ value }) => value);
}

/**
 * @param {{queue?: string, task?: string}} [where] all if left out
 * @returns {(number|null)[]} null for minutes of which nothing is known; empty if the server has no history
 */
export const useTrend = (of, where = {}) => useAsked(signal => minutes(of, where, signal), `${of} ${where.queue} ${where.task}`, EVERY).data ?? [];

/** How many tasks waited in each queue. Of many queues only the fullest are asked for. @returns {Record<string, (number|null)[]>} */
export function useDepths(queues = []) {
    const names = [...queues].sort((one, other) => (other.waiting ?? 0) - (one.waiting ?? 0)).slice(0, MOST_QUEUES).map(({ name }) => name).sort();
    const kept = useRef({ names: [], at: 0 });
    // The fullest queues may be others at every look, but their numbers are asked for once a minute.
    if (names.length !== kept.current.names.length || Date.now() - kept.current.at > EVERY) {
        kept.current = { names, at: Date.now() };
    }
    const asked = kept.current.names;
    const all = async signal => Object.fromEntries(await Promise.all(asked.map(async name => [name, await minutes('depth', { queue: name }, signal)])));
    return useAsked(all, asked.join(), EVERY).data ?? {};
}

/** Whether a number is now clearly above or below the average of the last ten minutes. @returns {-1|0|1} */
export function direction(values = [], now) {
    const recent = values.filter(Number.isFinite).slice(-RECENT);
    if (recent.length === 0 || !Number.isFinite(now)) {
        return 0;
    }
    const usual = recent.reduce((sum, value) => sum + value, 0) / recent.length;
    return Math.abs(now - usual) > Math.max(1, usual / 10) ? Math.sign(now - usual) : 0;
}
