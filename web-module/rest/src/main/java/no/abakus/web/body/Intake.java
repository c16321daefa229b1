package no.abakus.web.body;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

/**
 * Checks one body against the rules and the budgets while the body arrives. Bodies of clients that are not logged in
 * have a budget of their own, so they cannot take the room of logged-in users. Not thread-safe.
 */
public final class Intake {

    /** The next step after a piece has arrived. */
    public enum Next {
        /** Read more. */
        READ,
        /** Stop reading until the login is known to be valid. */
        VERIFY,
        /** Refuse the body; see {@link Intake#problem}. */
        REFUSE
    }

    private static final int STRANGERS_MOST = 64 * 1024;

    private final BodyRules rules;
    private final BodyBudget strangers;
    private final BodyBudget users;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BodyWeight weight = new BodyWeight();
    private boolean verified;
    private long taken;
    private BodyProblem problem;

    /**
     * Creates the intake for a body that has not begun to arrive.
     *
     * @param strangers the budget before the login is verified
     * @param users the budget after the login is verified
     */
    public Intake(BodyRules rules, BodyBudget strangers, BodyBudget users) {
        this.rules = rules;
        this.strangers = strangers;
        this.users = users;
    }

    /** Checks the length that the client announces; a negative length means that the client announces none. */
    public Next announced(long length) {
        return length > rules.mostBytes() ? refuse(BodyProblem.TOO_LARGE) : Next.READ;
    }

    /** Adds a piece, and takes the memory for it and its values from the budget. */
    public Next add(byte[] piece, int length) {
        if (bytes.size() + (long) length > rules.mostBytes()) {
            return refuse(BodyProblem.TOO_LARGE);
        }
        weight.add(piece, length);
        if (weight.bytes() > users.size()) {
            // Waiting would not help.
            return refuse(BodyProblem.TOO_MANY_VALUES);
        }
        boolean small = bytes.size() + length <= STRANGERS_MOST;
        long more = weight.bytes() - taken;
        boolean room = (verified || small) && (verified ? users : strangers).take(more);
        if (verified && !room) {
            return refuse(BodyProblem.TOO_MANY);
        }
        bytes.write(piece, 0, length);
        if (!room) {
            return Next.VERIFY;
        }
        taken += more;
        return Next.READ;
    }

    /** Counts the body as that of a logged-in user from now on. Call this when the login is known to be valid. */
    public Next verified() {
        strangers.giveBack(taken);
        taken = 0;
        verified = true;
        if (!users.take(weight.bytes())) {
            return refuse(BodyProblem.TOO_MANY);
        }
        taken = weight.bytes();
        return Next.READ;
    }

    /** Returns the time left for the rest of the body after the body has taken this long; zero if its time is up. */
    public Duration timeLeft(Duration sofar) {
        Duration left = rules.patience(bytes.size()).minus(sofar);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Ends the intake because its time is up. */
    public Next overdue() {
        return refuse(BodyProblem.TOO_SLOW);
    }

    private Next refuse(BodyProblem why) {
        problem = why;
        release();
        return Next.REFUSE;
    }

    /** Returns why the body was refused; null if it was not. */
    public BodyProblem problem() {
        return problem;
    }

    /** Returns the bytes that have arrived. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Gives the memory of this body back to the budget. Call this when the request ends; further calls do nothing. */
    public void release() {
        (verified ? users : strangers).giveBack(taken);
        taken = 0;
        bytes.reset();
        weight.reset();
    }
}
