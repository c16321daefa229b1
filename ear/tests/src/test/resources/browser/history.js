// A server that answers as the contract of the history says, so that pages are tested with all that can be in them.
const start = Date.now();
const ago = seconds => new Date(start - seconds * 1000).toISOString();
const hostile = '<img src=x onerror="window.hacked=1;alert(1)"></script><script>window.hacked=1</script>';
const trace = 'java.util.concurrent.TimeoutException: no answer within 2 s\n\tat no.example.mail.Smtp.connect(Smtp.java:41)\n'
    + '\tat no.example.mail.Mailer.send(Mailer.java:17)\n';
const item = i => ({
    task_id: `cb3da5d1-97a2-4a3e-b1de-15c4c1f0a1${10 + i}`, name: 'diagnostics.add',
    state: ['FAILURE', 'SUCCESS', 'RETRY', 'REVOKED', 'EXPIRED', 'REJECTED'][i % 6], queue: 'mail', worker: 'node-a',
    date_queued: ago(600 + i), date_started: ago(599 + i), date_done: ago(590 + i), waited: 0.1, runtime: 2.04, retries: i % 4,
    request_id: 'abc-123', user: 'anna', error: i % 6 ? null : `TimeoutException: no answer ${hostile}`, group: '9f',
    args: `"anna@example.org", "${hostile}"`, parent_id: null, root_id: null, weight: i % 6 === 1 ? 40 : 1, retryable: i % 6 === 0,
});
const one = {
    ...item(0), retries: 3, parent_id: 'parent-1', root_id: 'root-1', context: { request_id: 'abc-123', tenant: hostile }, lines: true,
    exception: { type: 'java.util.concurrent.TimeoutException', message: `no answer ${hostile}`, traceback: trace.repeat(40) },
    message: { content_type: 'application/json', compression: null, size: 123, kept: true, properties: { priority: 4, headers: { a: 1 } } },
    not_retryable: null, retried_as: null, retry_of: 'first-1', sources: {},
    attempts: [
        { retries: 0, state: 'RETRY', worker: 'node-a', date_started: ago(800), date_done: ago(798), waited: 0.1, runtime: 2, error: 'TimeoutException' },
        { retries: 1, state: 'FAILURE', worker: 'node-b', date_started: ago(599), date_done: ago(590), waited: 180, runtime: 2, error: 'TimeoutException' },
    ],
};
const group = (id, name, more) => ({
    group: id, name, error_type: 'java.util.concurrent.TimeoutException', frame: 'Smtp.connect', sample_id: one.task_id,
    date_first: ago(9000), date_last: ago(20), total: 812, note: null, muted_until: null, ...more,
});
window.counted = new Set();
const answers = [
    [/^GET executions\/facets/, q => {
        window.counted.add(q.get('by'));
        return [200, q.get('by') === 'state' ? { by: 'state', items: [{ value: 'failed', count: 812 }, { value: 'succeeded', count: 99120 }] }
            : { by: q.get('by'), items: [{ value: 'mail.send', count: 9000 }, { value: 'report.make', count: 1000 }], total: { value: 99932, exact: true }, sources: { history: { kept: 'all' } } }];
    }],
    [/^GET executions\/nothing/, () => [404, { code: 'execution-not-found', detail: 'Nothing is known of this id' }]],
    [/^GET executions\/[^/]+\/why/, () => [200, { sentence: 'It has ended as failed: TimeoutException: no answer within 2 s.', code: 'ended', since: null, fix: 'Send it again.' }]],
    [/^GET executions\/[^/]+\/lines/, () => [200, { lines: [`{"event":"mail_failed","to":"${hostile}"}`] }]],
    [/^POST executions\/[^/]+\/retry/, (q, body) => {
        window.retried = (window.retried ?? []).concat(body);
        return window.retried.length === 1 ? [202, { task_id: 'again-1', retry_of: one.task_id }]
            : [409, { code: 'not-retryable', detail: 'It has been retried already, as again-1' }];
    }],
    [/^GET executions\/again-1/, () => [200, { ...one, task_id: 'again-1', state: 'PENDING', retryable: false, retry_of: one.task_id }]],
    [/^GET executions\/./, () => [200, one]],
    [/^GET executions/, q => q.get('q')?.includes('wrong:')
        ? [400, { code: 'bad-query', detail: 'There is no term wrong:', position: 13 }]
        : q.get('after') ? [200, { items: [8, 9, 10, 11].map(item), next: null, total: { value: 812, exact: true }, sources: {} }]
        : q.get('q')?.includes('task:none') ? [200, { items: [], next: null, total: { value: 0, exact: true }, sources: { history: { kept: 'all' } } }]
        : [200, { items: [0, 1, 2, 3, 4, 5, 6, 7, 8].map(item), next: 'page-2', total: { value: 812, exact: false }, sources: { history: { kept: '1/40', dropped: 17 } } }]],
    [/^GET failures/, () => [200, { items: [group('9f', 'diagnostics.fail', { note: 'SMTP is moving' }), group('8f', hostile, { muted_until: ago(-9000) }), group('7f', 'mail.send', { date_first: ago(0) })], next: null, total: { value: 3, exact: true }, sources: {} }]],
    [/^GET overview/, () => [200, {
        verdict: { level: 'warning', sentence: 'diagnostics.fail fails 38 %: TimeoutException', link: 'failures/9f' },
        rates: { throughput: 812, failed: 0.09, waited_p95: 4.1, took_p95: 0.2 }, sources: {},
        failing: [{ name: 'diagnostics.fail', failed: 0.38, count: 120, group: '9f', error: 'TimeoutException', since: ago(300) }],
    }]],
    [/^GET series/, q => [200, { of: q.get('of'), step: 60, points: Array.from({ length: 61 }, (_, i) => ({ at: ago(3600 - 60 * i), value: i === 9 ? null : q.get('of') === 'failed' ? i / 700 : 100 + i })) }]],
    [/^GET audit/, () => [200, { items: [{ date: ago(300), user: 'anna', request_id: 'r-17', action: 'pause-queue', target: 'mail', reason: null, outcome: 'done' }], next: null }]],
];
const real = window.fetch;
window.fetch = (where, options) => {
    const url = new URL(where, location.href);
    const call = `${options?.method ?? 'GET'} ${url.pathname.split('/api/')[1]}`;
    if (call === 'GET live') {
        // The server behind this one would push an overview of its own.
        const topics = (url.searchParams.get('topics') ?? '').split(',').filter(topic => topic !== 'overview');
        url.searchParams.set('topics', topics.join(',') || 'queues');
        return real(url, options);
    }
    const [, answer] = answers.find(([pattern]) => pattern.test(call)) ?? [];
    if (!answer) {
        return real(where, options);
    }
    const [status, body] = answer(url.searchParams, options?.body);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
};
