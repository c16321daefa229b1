// A server without the calls of the history.
const real = window.fetch;
window.fetch = (where, options) => /\/api\/(executions|failures|audit|overview|series)\b/.test(where)
    ? Promise.resolve(new Response('{"code":"not-found","detail":"There is nothing at this path"}', { status: 404 }))
    : real(where, options);
