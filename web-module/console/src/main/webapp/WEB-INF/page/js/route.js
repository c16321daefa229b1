/** The page's address: `#/queues/mail?q=…`. All state that a link should bring back is in it. */
import { useEffect, useState } from '../lib/preact.js';

/** @typedef {{parts: string[], values: Record<string, string>}} Route */

/** @returns {Route} */
export function parse(hash) {
    const [where, search] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
    return {
        parts: where.split('/').filter(part => part).map(decoded),
        values: Object.fromEntries(new URLSearchParams(search ?? '')),
    };
}

function decoded(part) {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

/** A link to a page. @param {string[]} parts @param {Record<string, any>} [values] empty ones are left out */
export function link(parts, values = {}) {
    const set = Object.entries(values).filter(([, value]) => value);
    return '#/' + parts.map(encodeURIComponent).join('/') + (set.length ? '?' + new URLSearchParams(set) : '');
}

export function go(parts, values) {
    location.hash = link(parts, values);
}

/** Changes values of the current page. Back returns to the earlier ones. */
export function change(values) {
    const now = parse(location.hash);
    go(now.parts, { ...now.values, ...values });
}

/** @returns {Route} */
export function useRoute() {
    const [route, set] = useState(parse(location.hash));
    useEffect(() => {
        const changed = () => set(parse(location.hash));
        addEventListener('hashchange', changed);
        return () => removeEventListener('hashchange', changed);
    }, []);
    return route;
}
