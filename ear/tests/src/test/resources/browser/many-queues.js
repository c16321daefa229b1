// Twenty queues, of which others are the fullest at every look. The page has to ask, because nothing is pushed.
window.looks = 0;
window.depths = [];
const queue = i => ({
    name: `queue-${i}`, waiting: (7 * i + 11 * looks) % 20, scheduled: 0, delivering: 0, consumers: 1, paused: false, date_oldest: null,
});
const answers = {
    queues() {
        looks++;
        return [200, { queues: Array.from({ length: 20 }, (_, i) => queue(i)), paused_tasks: [], dead_letter: 0, expired: 0 }];
    },
    series(q) {
        depths.push(q.get('queue'));
        return [200, { of: 'depth', step: 60, points: [] }];
    },
    live: () => [404, { code: 'not-found', detail: 'Nothing is pushed' }],
};
const real = window.fetch;
window.fetch = (where, options) => {
    const url = new URL(where, location.href);
    const answer = answers[url.pathname.split('/api/')[1]];
    if (!answer) {
        return real(where, options);
    }
    const [status, body] = answer(url.searchParams);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
};
