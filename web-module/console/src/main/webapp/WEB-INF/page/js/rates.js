/** How fast the nodes are, from two of their answers: they only count what has ended since they started. */
import { useRef } from '../lib/preact.js';

const KEPT = 60;
export const total = numbers => Object.values(numbers ?? {}).reduce((sum, number) => sum + number, 0);

/** One more answer of the nodes. Those that restarted count from zero again, so they have no rate until the next one. */
export function measured({ nodes: before, points }, data, at) {
    const nodes = {};
    const rates = {};
    const whole = { passed: 0, ended: 0, failed: 0, rate: 0 };
    for (const [name, { stats }] of Object.entries(data)) {
        if (stats) {
            const now = nodes[name] = { at, since: stats.started_at, ended: total(stats.ends), failed: stats.ends.failed ?? 0 };
            const last = before[name];
            const passed = last?.since === now.since ? (at - last.at) / 1000 : 0;
            if (passed > 0) {
                rates[name] = (now.ended - last.ended) / passed;
                whole.passed = passed;
                whole.rate += rates[name];
                whole.ended += now.ended - last.ended;
                whole.failed += now.failed - last.failed;
            }
        }
    }
    const point = { ended: whole.rate, failed: whole.ended ? whole.failed / whole.ended : 0 };
    return { at, nodes, rates, points: whole.passed ? [...points, point].slice(-KEPT) : points };
}

/**
 * @param {{data?: any, at?: number}} asked the answer of `workers`
 * @returns {{rates: Record<string, number>, points: {ended: number, failed: number}[]}} tasks a second by node, and of all nodes over time
 */
export function useRates({ data, at }) {
    const kept = useRef({ nodes: {}, rates: {}, points: [] });
    if (data && at !== kept.current.at) {
        kept.current = measured(kept.current, data, at);
    }
    return kept.current;
}
