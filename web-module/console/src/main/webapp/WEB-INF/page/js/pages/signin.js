/** Name and password: as a page, and as a dialog over the page when a session ends. */
import { html, useEffect, useState } from '../../lib/preact.js';
import { giveUp, renewal, session, signIn } from '../session.js';
import { useStore } from '../store.js';
import { Dialog } from '../parts/dialog.js';
import { Field } from '../parts/field.js';

const told = problem => problem.code === 'unauthorized' ? 'There is no such user, or the password is wrong.' : problem.message;

function Form({ user = '', more }) {
    const [problem, setProblem] = useState(null);
    const [busy, setBusy] = useState(false);
    const submit = async event => {
        event.preventDefault();
        const form = new FormData(event.target);
        setBusy(true);
        try {
            await signIn(form.get('user'), form.get('password'));
        } catch (error) {
            setProblem(error);
            setBusy(false);
        }
    };
    return html`<form class="form" onSubmit=${submit}>
        <${Field} label="Name" name="user" autocomplete="username" autocapitalize="none" required defaultValue=${user} autofocus=${!user} />
        <${Field} label="Password" name="password" type="password" autocomplete="current-password" required autofocus=${Boolean(user)} />
        ${problem && html`<div class="note bad" role="alert">${told(problem)}</div>`}
        <div class="actions">${more}<button class="main" disabled=${busy}>Sign in</button></div>
    </form>`;
}

export function SignIn() {
    useEffect(() => {
        document.title = 'Sign in · Abakus';
    }, []);
    return html`<main class="gate"><div class="card"><h1>Sign in to Abakus</h1><${Form} /></div></main>`;
}

/** Keeps what the user was doing: the page stays behind the dialog, and the call that failed is sent again. */
export function Renewal() {
    const waiting = useStore(renewal);
    const who = useStore(session);
    return waiting && html`<${Dialog} title="Your session has ended" shut=${false}>
        <p>Sign in again to go on where you were.</p>
        <${Form} user=${who?.user} more=${html`<button type="button" onClick=${giveUp}>Leave</button>`} />
    <//>`;
}
