/** Answers of the server that refresh by themselves. */
import { useEffect, useRef, useState } from '../lib/preact.js';
import { live, useStore } from './store.js';

/**
 * Asks when the key changes, and again every few seconds while the tab is visible and the page is live. An earlier
 * answer never replaces a later one.
 *
 * @param {(signal: AbortSignal) => Promise<any>} ask
 * @param {string} key what is asked for
 * @param {number} [every] milliseconds; 0 to ask once
 * @returns {{data?: any, error?: Error, busy: boolean, at?: number, again: () => void}} the last data stay while the
 *     next are on their way, and if they do not arrive
 */
export function useAsked(ask, key, every = 5000) {
    const isLive = useStore(live);
    const [state, set] = useState({ busy: true });
    const latest = useRef(ask);
    latest.current = ask;
    const again = useRef(() => {});
    useEffect(() => {
        let timer;
        let running = new AbortController();
        let over = false;
        const run = async () => {
            clearTimeout(timer);
            running.abort();
            const mine = running = new AbortController();
            let next;
            try {
                next = { data: await latest.current(mine.signal), busy: false, at: Date.now(), key };
            } catch (error) {
                next = { error, busy: false };
            }
            if (over || mine.signal.aborted) {
                return;
            }
            if (next.error?.name !== 'AbortError') {
                set(old => next.error ? { ...old, ...next } : next);
            }
            if (every && live.get() && !document.hidden) {
                timer = setTimeout(run, every);
            }
        };
        const seen = () => document.hidden ? clearTimeout(timer) : live.get() && every && run();
        document.addEventListener('visibilitychange', seen);
        again.current = run;
        set(old => ({ ...old, busy: old.key !== key, error: undefined }));
        run();
        return () => {
            over = true;
            clearTimeout(timer);
            running.abort();
            document.removeEventListener('visibilitychange', seen);
        };
    }, [key, isLive, every]);
    return { ...state, again: () => again.current() };
}
