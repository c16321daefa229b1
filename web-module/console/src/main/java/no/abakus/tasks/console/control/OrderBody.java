package no.abakus.tasks.console.control;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.abakus.tasks.Revocable;
import no.abakus.tasks.TaskControl;

/**
 * The body of an order; which members an order needs, it says itself.
 *
 * @param nodes the nodes that are told; all where none is named
 * @param timeout how long their answers are waited for, in seconds
 * @param task a task's name
 * @param queue a queue's name
 * @param rate a rate limit; null for none
 * @param soft a soft time limit in seconds; null for none
 * @param hard a time limit in seconds; null for none
 * @param ids ids of tasks
 * @param header a header of tasks
 * @param context a key of log contexts
 * @param terminate whether running tasks are interrupted
 * @param alsoSentWithin how many seconds from now on tasks count as well that are sent
 * @param grace how many seconds running tasks are waited for
 */
public record OrderBody(
        List<String> nodes,
        Double timeout,
        String task,
        String queue,
        String rate,
        Double soft,
        Double hard,
        List<String> ids,
        Named header,
        Named context,
        Boolean terminate,
        Double alsoSentWithin,
        Double grace) {

    /** A name and the value it has. */
    public record Named(String name, Object value) {}

    private static final double MOST_SECONDS = 30;
    private static final double LONGEST_SPAN = Duration.ofDays(366).toSeconds();
    private static final int LONGEST_TEXT = 255;
    private static final int MOST_IN_A_LIST = 10_000;

    /** Refuses what no order holds, before any is given. */
    private void check() {
        named("nodes", nodes);
        named("ids", ids);
        bounded("task", task);
        bounded("queue", queue);
        bounded("rate", rate);
        for (Named named : Arrays.asList(header, context)) {
            if (named != null) {
                bounded("name", named.name());
                bounded("value", named.value() instanceof String text ? text : null);
            }
        }
    }

    private static void named(String member, List<String> texts) {
        if (texts == null) {
            return;
        }
        if (texts.size() > MOST_IN_A_LIST) {
            throw ControlProblems.badOrder(member + " takes " + MOST_IN_A_LIST + " texts at most");
        }
        for (String text : texts) {
            if (text == null || text.isBlank()) {
                throw ControlProblems.badOrder(member + " takes texts that are not empty");
            }
            bounded(member, text);
        }
    }

    private static void bounded(String member, String text) {
        if (text != null && (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)) {
            throw ControlProblems.badOrder(
                    member + " takes texts of " + LONGEST_TEXT + " characters at most, without NUL");
        }
    }

    /** The control that this order goes to. */
    TaskControl at(TaskControl all) {
        check();
        TaskControl some = nodes == null || nodes.isEmpty() ? all : all.on(nodes.toArray(String[]::new));
        if (timeout == null) {
            return some;
        }
        if (!(timeout >= 0 && timeout <= MOST_SECONDS)) {
            throw ControlProblems.badOrder("timeout takes seconds, from 0 to " + MOST_SECONDS);
        }
        return some.within(seconds(timeout));
    }

    String requiredTask() {
        return required("task", task);
    }

    String requiredQueue() {
        return required("queue", queue);
    }

    private static String required(String member, String value) {
        if (value == null || value.isBlank()) {
            throw ControlProblems.badOrder("The order needs the member '" + member + "'");
        }
        return value;
    }

    Optional<Duration> softLimit() {
        return Optional.ofNullable(soft).map(said -> span("soft", said));
    }

    Optional<Duration> hardLimit() {
        return Optional.ofNullable(hard).map(said -> span("hard", said));
    }

    Duration graceOr(Duration otherwise) {
        if (grace != null && !(grace >= 0 && grace <= Duration.ofDays(1).toSeconds())) {
            throw ControlProblems.badOrder("grace takes seconds, from 0 to a day");
        }
        return grace == null ? otherwise : seconds(grace);
    }

    /** Which tasks are to be revoked. */
    Revocable revocable() {
        if (Stream.of(ids, task, header, context).filter(said -> said != null).count() != 1) {
            throw ControlProblems.badOrder("Say which tasks by one of ids, task, header and context");
        }
        if (ids != null) {
            Set<String> unique = new HashSet<>(ids);
            if (unique.isEmpty() || unique.contains(null)) {
                throw ControlProblems.badOrder("ids takes one id or more");
            }
            return Revocable.ids(unique);
        }
        Revocable.Matching match = task != null
                ? Revocable.named(task)
                : header != null
                        ? Revocable.withHeader(required("header.name", header.name()), value("header", header))
                        : Revocable.withContext(required("context.name", context.name()), value("context", context));
        return alsoSentWithin == null ? match : match.alsoSentWithin(span("also_sent_within", alsoSentWithin));
    }

    private static Object value(String member, Named named) {
        Object value = named.value();
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw ControlProblems.badOrder(member + ".value takes a text, a number, true or false");
    }

    private static Duration span(String member, double seconds) {
        if (!(seconds >= 0 && seconds <= LONGEST_SPAN)) {
            throw ControlProblems.badOrder(member + " takes seconds, from 0 to a year");
        }
        return seconds(seconds);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
