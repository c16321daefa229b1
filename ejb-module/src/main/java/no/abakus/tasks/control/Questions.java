package no.abakus.tasks.control;

import no.abakus.tasks.ActiveTask;
import no.abakus.tasks.ControlAnswer;
import no.abakus.tasks.NodeStats;

/** The commands that ask nodes for something, or have them do something until they are restarted. */
final class Questions {

    /** What is asked where there is nothing to say. */
    static final String NOTHING = "";

    static final Command<String, Boolean> PING = new Command<>("ping", String.class, Boolean.class);
    static final Command<String, ActiveTask[]> ACTIVE = new Command<>("active", String.class, ActiveTask[].class);
    static final Command<String, String[]> REGISTERED = new Command<>("registered", String.class, String[].class);
    static final Command<String, NodeStats> STATS = new Command<>("stats", String.class, NodeStats.class);
    static final Command<Rate, ControlAnswer> RATE_LIMIT = order("rate-limit", Rate.class);
    static final Command<String, ControlAnswer> ADD_CONSUMER = order("add-consumer", String.class);
    static final Command<String, ControlAnswer> CANCEL_CONSUMER = order("cancel-consumer", String.class);
    static final Command<String, ControlAnswer> QUIET = order("quiet", String.class);
    static final Command<String, ControlAnswer> WAKE = order("wake", String.class);
    static final Command<Long, ControlAnswer> SHUTDOWN = order("shutdown", Long.class);
    static final Command<String, ControlAnswer> ENABLE_EVENTS = order("enable-events", String.class);
    static final Command<String, ControlAnswer> DISABLE_EVENTS = order("disable-events", String.class);

    /** A task's new rate limit; empty text for none. */
    record Rate(String task, String rate) {}

    private Questions() {}

    private static <Q> Command<Q, ControlAnswer> order(String name, Class<Q> content) {
        return new Command<>(name, content, ControlAnswer.class);
    }
}
