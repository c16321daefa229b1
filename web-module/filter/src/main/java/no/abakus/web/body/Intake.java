package no.abakus.web.body;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

/**
 * One body as it comes, held to the rules and to the budgets. What strangers send comes out of a budget of their own and is small, so
 * they cannot take the room of those who have logged in. Not thread-safe: one thread at a time.
 */
public final class Intake {

    /** What follows from a piece that has come. */
    public enum Next {
        /** More may come. */
        READ,
        /** Not before it is certain that the login is valid. */
        VERIFY,
        /** No more; see {@link Intake#problem}. */
        REFUSE
    }

    private static final int STRANGERS_MOST = 64 * 1024;

    private final BodyRules rules;
    private final BodyBudget strangers;
    private final BodyBudget users;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean verified;
    private long taken;
    private BodyProblem problem;

    /**
     * A body of which nothing has come.
     *
     * @param strangers the budget before the login is verified
     * @param users the budget after it
     */
    public Intake(BodyRules rules, BodyBudget strangers, BodyBudget users) {
        this.rules = rules;
        this.strangers = strangers;
        this.users = users;
    }

    /** Looks at the length that the client announces; below zero where it announces none. */
    public Next announced(long length) {
        return length > rules.mostBytes() ? refuse(BodyProblem.TOO_LARGE) : Next.READ;
    }

    /** Takes a piece. */
    public Next add(byte[] piece, int length) {
        if (bytes.size() + (long) length > rules.mostBytes()) {
            return refuse(BodyProblem.TOO_LARGE);
        }
        boolean small = bytes.size() + length <= STRANGERS_MOST;
        boolean room = (verified || small) && (verified ? users : strangers).take(length);
        if (verified && !room) {
            return refuse(BodyProblem.TOO_MANY);
        }
        bytes.write(piece, 0, length);
        if (!room) {
            return Next.VERIFY;
        }
        taken += length;
        return Next.READ;
    }

    /** From now on the body is that of somebody who has logged in. */
    public Next verified() {
        strangers.giveBack(taken);
        taken = 0;
        verified = true;
        if (!users.take(bytes.size())) {
            return refuse(BodyProblem.TOO_MANY);
        }
        taken = bytes.size();
        return Next.READ;
    }

    /** How long is left for what is to come, when the body has taken this long so far; zero when its time is over. */
    public Duration timeLeft(Duration sofar) {
        Duration left = rules.patience(bytes.size()).minus(sofar);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Ends it for want of time. */
    public Next overdue() {
        return refuse(BodyProblem.TOO_SLOW);
    }

    private Next refuse(BodyProblem why) {
        problem = why;
        release();
        return Next.REFUSE;
    }

    /** Why it was refused; null where it was not. */
    public BodyProblem problem() {
        return problem;
    }

    /** What has come. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Gives back what it took of the budget; once the request is over, and again without effect. */
    public void release() {
        (verified ? users : strangers).giveBack(taken);
        taken = 0;
        bytes.reset();
    }
}
