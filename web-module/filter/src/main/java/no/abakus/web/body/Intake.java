package no.abakus.web.body;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

/**
 * One body as it arrives, checked against the rules and the budgets. The bodies of strangers have a small budget of
 * their own, so they cannot take the room of users who have logged in. Not thread-safe: one thread at a time.
 */
public final class Intake {

    /** What to do after a piece has arrived. */
    public enum Next {
        /** Read more. */
        READ,
        /** Read no more until the login is known to be valid. */
        VERIFY,
        /** Refuse the body; see {@link Intake#problem}. */
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
     * Creates the intake of a body of which nothing has arrived.
     *
     * @param strangers the budget before the login is verified
     * @param users the budget after it
     */
    public Intake(BodyRules rules, BodyBudget strangers, BodyBudget users) {
        this.rules = rules;
        this.strangers = strangers;
        this.users = users;
    }

    /** Checks the length that the client announces; below zero if it announces none. */
    public Next announced(long length) {
        return length > rules.mostBytes() ? refuse(BodyProblem.TOO_LARGE) : Next.READ;
    }

    /** Adds a piece. */
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

    /** From now on the body belongs to a user who has logged in. */
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

    /** Returns how much time is left for the rest of the body after it has taken this long; zero if its time is up. */
    public Duration timeLeft(Duration sofar) {
        Duration left = rules.patience(bytes.size()).minus(sofar);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Ends it because its time is up. */
    public Next overdue() {
        return refuse(BodyProblem.TOO_SLOW);
    }

    private Next refuse(BodyProblem why) {
        problem = why;
        release();
        return Next.REFUSE;
    }

    /** Returns why it was refused; null if it was not. */
    public BodyProblem problem() {
        return problem;
    }

    /** Returns what has arrived. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Gives back what it took from the budget. Call it when the request is over; further calls do nothing. */
    public void release() {
        (verified ? users : strangers).giveBack(taken);
        taken = 0;
        bytes.reset();
    }
}
