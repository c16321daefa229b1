/** Answers of the server that refresh by themselves. */
import { useEffect, useRef, useState } from '../lib/preact.js';
import { listen, streaming } from './live.js';
import { live, useStore } from './store.js';

/** The time between questions while the server pushes. If an event is lost, the page is right again after this time. */
const NOW_AND_THEN = 30_000;

/**
 * Asks when the key changes, and again every few seconds while the tab is visible and the page is live. An earlier
 * answer never replaces a later one.
 *
 * @param {(signal: AbortSignal) => Promise<any>} ask
 * @param {string} key what is asked for
 * @param {number} [every] milliseconds; 0 to ask once
 * @param {string} [topic] what the server pushes instead; it is asked only now and then while the stream is open
 * @returns {{data?: any, error?: Error, busy: boolean, at?: number, again: () => void}} the last data stay while the
 *     next are on their way, and if they do not arrive
 */
export function useAsked(ask, key, every = 5000, topic) {
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
            let told;
            try {
                told = { data: await latest.current(mine.signal), busy: false, at: Date.now(), key };
            } catch (error) {
                told = { error, busy: false };
            }
            if (over || mine.signal.aborted) {
                return;
            }
            if (told.error?.name !== 'AbortError') {
                set(old => told.error ? { ...old, ...told } : told);
            }
            next();
        };
        const next = () => {
            clearTimeout(timer);
            if (every && live.get() && !document.hidden) {
                timer = setTimeout(run, topic && streaming.get() ? NOW_AND_THEN : every);
            }
        };
        const heard = data => {
            if (data === undefined) {
                run();
            } else if (live.get()) {
                running.abort();
                set({ data, busy: false, at: Date.now(), key });
                next();
            }
        };
        const stops = topic && every ? [listen(topic, heard), streaming.listen(open => open || (live.get() && !document.hidden && run()))] : [];
        const seen = () => document.hidden ? clearTimeout(timer) : live.get() && every && run();
        document.addEventListener('visibilitychange', seen);
        again.current = run;
        set(old => ({ ...old, busy: old.key !== key, error: undefined }));
        run();
        return () => {
            stops.forEach(stop => stop());
            over = true;
            clearTimeout(timer);
            running.abort();
            document.removeEventListener('visibilitychange', seen);
        };
    }, [key, isLive, every, topic]);
    return { ...state, again: () => again.current() };
}
