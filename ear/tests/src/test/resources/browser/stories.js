// Ten thousand dead letters of a bad release, and a server that is not stopped when somebody shuts it down.
window.done = [];
const reasons = { 'unknown-task': 9988, arguments: 12 };
const letter = (i, reason) => ({
    id: `letter-${i}`, task_id: `parked-${i}`, name: 'mail.sned', reason, detail: 'No task of this name', queue: 'mail',
    date: new Date(Date.now() - 60_000).toISOString(), worker: 'a', retries: 0, args: '', request_id: null, user: null, context: {},
});
const chosen = q => Object.keys(reasons).filter(reason => !q?.includes('reason:') || q.includes(reason));
const total = q => chosen(q).reduce((sum, reason) => sum + reasons[reason], 0);
const bulk = { bulk_id: 'b7', action: 'requeue', not_possible: {}, refused: {}, sample: [], exact: true, rate: 50, reason: null, done: 0, left: 0 };
const answers = [
    [/^GET dead-letters$/, q => [200, {
        items: [1, 2, 3].map(i => letter(i, chosen(q.get('q'))[0])), next: null, total: { value: total(q.get('q')), exact: true },
        reasons: Object.entries(reasons).map(([value, count]) => ({ value, count })), sources: { broker: { scanned: 10000, complete: true } },
    }]],
    [/^POST bulk$/, (q, body) => {
        const { action, q: which } = JSON.parse(body);
        Object.assign(bulk, { action, count: total(which), possible: total(which), state: 'preview' });
        return [200, bulk];
    }],
    [/^POST bulk\/b7\/start$/, () => {
        done.push(`${bulk.action} ${bulk.possible}`);
        return [202, Object.assign(bulk, { state: 'running', left: bulk.possible })];
    }],
    [/^GET bulk\/b7$/, () => [200, Object.assign(bulk, { state: 'done', done: bulk.possible, left: 0 })]],
    [/^POST workers\/[^/]+\/shutdown$/, (q, body, path) => {
        const node = decodeURIComponent(path.split('/')[1]);
        done.push(`shutdown ${node} ${JSON.parse(body).grace}`);
        return [202, { answers: { [node]: { done: true, detail: null } }, silent: [] }];
    }],
];
const real = window.fetch;
window.fetch = (where, options) => {
    const url = new URL(where, location.href);
    const path = url.pathname.split('/api/')[1];
    const [, answer] = answers.find(([pattern]) => pattern.test(`${options?.method ?? 'GET'} ${path}`)) ?? [];
    if (!answer) {
        return real(where, options);
    }
    const [status, body] = answer(url.searchParams, options?.body, path);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
};
