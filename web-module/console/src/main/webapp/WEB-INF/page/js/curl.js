/** Commands for a terminal. They have no password: curl asks for it. */
import { address, path } from './api.js';

/** As one word of a POSIX shell. */
const word = text => `'${text.replaceAll("'", "'\\''")}'`;

/** Whether the command for this task sends it again. The page knows its arguments redacted only, so the server sends what it kept. */
export const sends = (task, isOperator) => Boolean(isOperator && task.retryable);

/** The command that sends a task again as it was, or that reads what is known of it. */
export function curl(task, user, isOperator) {
    const post = sends(task, isOperator);
    const where = path(task.hasHistory || !task.hasResult ? 'executions' : 'results', task.task_id, ...post ? ['retry'] : []);
    return [`curl -u ${word(user)}`, post && `-H 'Content-Type: application/json' -d '{}'`, word(address(where))].filter(Boolean).join(' ');
}
