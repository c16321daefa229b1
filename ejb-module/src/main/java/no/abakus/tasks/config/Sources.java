package no.abakus.tasks.config;

/**
 * Where time, ids and chance come from, so that a test can set them.
 *
 * @param clock the time
 * @param ids new ids of tasks and questions
 * @param tokens the secrets of sends
 * @param chance spreads the delays of retries
 */
public record Sources(TaskClock clock, Ids ids, Ids tokens, Randomness chance) {

    /** Those of the machine. */
    public static Sources system() {
        return new Sources(TaskClock.system(), Ids.RANDOM, Ids.RANDOM, Randomness.OF_THE_THREAD);
    }
}
