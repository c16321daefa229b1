package no.abakus.tasks.config;

/**
 * The sources of time, ids and random numbers. Tests can replace them.
 *
 * @param clock the clock
 * @param ids creates the ids of tasks and of control requests
 * @param tokens creates the tokens and the seals in messages
 * @param chance provides random numbers, which spread the delays of retries
 */
public record Sources(TaskClock clock, Ids ids, SendTokens tokens, Randomness chance) {

    /** The real clock, ids and random numbers. */
    public static Sources system() {
        TaskClock clock = TaskClock.system();
        return new Sources(
                clock, Ids.timeOrdered(clock), new SendTokens(Ids.RANDOM, new Seals()), Randomness.OF_THE_THREAD);
    }
}
