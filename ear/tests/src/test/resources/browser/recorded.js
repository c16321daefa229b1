// Records what the page asks for, and changes nothing of it.
window.calls = [];
window.loaded = [];
const real = window.fetch;
window.fetch = (where, options) => {
    calls.push(`${options?.method ?? 'GET'} ${new URL(where, location.href).href}`);
    return real(where, options);
};
new PerformanceObserver(list => list.getEntries().forEach(entry => loaded.push(entry.name))).observe({ type: 'resource', buffered: true });
