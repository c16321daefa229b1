package no.abakus.tasks.console.order;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.operate.TaskControl;

/**
 * Prevents tasks from running. Exactly one of the first four members selects them.
 *
 * @param ids ids of tasks
 * @param task a task's name
 * @param header a header that the tasks have
 * @param context an entry of the tasks' log context
 * @param terminate whether running tasks are interrupted; null for no
 * @param alsoSentWithin matching tasks that are sent within this many seconds from now are revoked, too; null to revoke
 *     only tasks that exist now. It has no effect on {@code ids}
 * @param nodes the nodes that are to interrupt tasks; all if none is named
 * @param timeout how many seconds to wait for their answers; 1 if null
 */
public record Revoke(
        List<String> ids,
        String task,
        Named header,
        Named context,
        Boolean terminate,
        Double alsoSentWithin,
        List<String> nodes,
        Double timeout)
        implements Order {

    /** A name and its value. */
    public record Named(String name, Object value) {}

    @Override
    public OrderResult give(TaskControl control) {
        TaskControl some = Members.at(control, nodes, timeout);
        RevokeReport report = some.revoke(which(), Boolean.TRUE.equals(terminate));
        Map<String, String> tasks = new TreeMap<>();
        report.tasks().forEach((id, outcome) -> tasks.put(id, outcome.code()));
        return new OrderResult.Revoked(report.outcome().code(), tasks);
    }

    private Revocable which() {
        if (Stream.of(ids, task, header, context).filter(Objects::nonNull).count() != 1) {
            throw ControlProblems.badOrder("Select the tasks with exactly one of ids, task, header and context");
        }
        return ids != null ? byId() : matching();
    }

    private Revocable byId() {
        Members.texts("ids", ids);
        Set<String> unique = new HashSet<>(ids);
        if (unique.isEmpty()) {
            throw ControlProblems.badOrder("ids takes one id or more");
        }
        return Revocable.ids(unique);
    }

    private Revocable matching() {
        Revocable.Matching match;
        if (task != null) {
            match = Revocable.named(Members.bounded("task", task));
        } else if (header != null) {
            match = Revocable.withHeader(name("header", header), value("header", header));
        } else {
            match = Revocable.withContext(name("context", context), value("context", context));
        }
        return Members.span("also_sent_within", alsoSentWithin)
                .map(match::alsoSentWithin)
                .orElse(match);
    }

    private static String name(String member, Named named) {
        return Members.required(member + ".name", named.name());
    }

    private static Object value(String member, Named named) {
        Object value = named.value();
        if (value instanceof String text) {
            return Members.bounded(member + ".value", text);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw ControlProblems.badOrder(member + ".value takes a string, a number, true or false");
    }
}
