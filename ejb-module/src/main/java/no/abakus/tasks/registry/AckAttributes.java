package no.abakus.tasks.registry;

import java.util.List;
import java.util.Locale;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;

/**
 * When a task's message is acknowledged, and what happens to the task if its server dies.
 *
 * @param acks when the message is acknowledged
 * @param rejectOnWorkerLost whether the task is run again after its server died
 * @param maxDeliveries how many servers the task may take down before it is no longer run
 * @param requeueOnConnectionFailure whether the task is run again, perhaps on another node, if its method could not get
 *     a connection
 */
public record AckAttributes(
        Acks acks, boolean rejectOnWorkerLost, int maxDeliveries, boolean requeueOnConnectionFailure) {

    static final Attribute<Acks> ACKS = new Attribute<>(
            "acks", said -> said.acks().name().toLowerCase(Locale.ROOT), AckAttributes::acks, all -> all.acks()
                    .acks());
    static final Attribute<Boolean> REJECT_ON_WORKER_LOST =
            Attribute.yesOrNo("reject-on-worker-lost", AbakusTask::rejectOnWorkerLost, all -> all.acks()
                    .rejectOnWorkerLost());
    static final Attribute<Integer> MAX_DELIVERIES = new Attribute<>(
            "max-deliveries",
            said -> Integer.toString(said.maxDeliveries()),
            AckAttributes::maxDeliveries,
            all -> all.acks().maxDeliveries());

    static final Attribute<Boolean> REQUEUE_ON_CONNECTION_FAILURE =
            Attribute.yesOrNo("requeue-on-connection-failure", AbakusTask::requeueOnConnectionFailure, all -> all.acks()
                    .requeueOnConnectionFailure());

    static final List<Attribute<?>> ALL =
            List.of(ACKS, REJECT_ON_WORKER_LOST, MAX_DELIVERIES, REQUEUE_ON_CONNECTION_FAILURE);

    /** The attributes of a task that sets none. */
    public static final AckAttributes DEFAULTS = new AckAttributes(Acks.LATE, true, 2, true);

    static AckAttributes read(AttributeReader reader) {
        return new AckAttributes(
                reader.read(ACKS, DEFAULTS.acks),
                reader.read(REJECT_ON_WORKER_LOST, DEFAULTS.rejectOnWorkerLost),
                reader.read(MAX_DELIVERIES, DEFAULTS.maxDeliveries),
                reader.read(REQUEUE_ON_CONNECTION_FAILURE, DEFAULTS.requeueOnConnectionFailure));
    }

    /** Whether a started execution must never start again. If so, its start must be recorded. */
    public boolean beginsOnce() {
        return acks == Acks.EARLY || !rejectOnWorkerLost;
    }

    private static Acks acks(String text) {
        for (Acks acks : Acks.values()) {
            if (acks.name().toLowerCase(Locale.ROOT).equals(text)) {
                return acks;
            }
        }
        throw new IllegalArgumentException("the value must be early, late or transacted");
    }

    private static int maxDeliveries(String text) {
        int most = Integer.parseInt(text);
        if (most < 1) {
            throw new IllegalArgumentException("the value must be 1 or more");
        }
        return most;
    }
}
