package no.abakus.tasks.routing;

import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.spi.Route;

/** Turns the route of an earlier task into options, which the changed options override. */
final class ChangedRoute {

    /** Separates the application from its queue in a route that leads to another application. */
    private static final char SEPARATOR = '/';

    private ChangedRoute() {}

    /** Whether the options change where the task goes. */
    static boolean isElsewhere(TaskOptions options) {
        return options.says(TaskOption.QUEUE)
                || options.says(TaskOption.EXCHANGE)
                || options.says(TaskOption.ROUTING_KEY)
                || options.says(TaskOption.APPLICATION);
    }

    /** Returns the changed options, completed by those parts of the earlier route that do not contradict them. */
    static TaskOptions options(TaskOptions changes, Route before) {
        TaskOptions options = TaskOptions.empty()
                .with(TaskOption.PRIORITY, before.priority())
                .with(TaskOption.DELIVERY_MODE, before.deliveryMode());
        int separator = before.queue().indexOf(SEPARATOR);
        if (changes.says(TaskOption.EXCHANGE)) {
            return changes.over(
                    with(options, TaskOption.ROUTING_KEY, before.routingKey().orElse(null)));
        }
        if (changes.says(TaskOption.QUEUE)) {
            String application = separator < 0 ? null : before.queue().substring(0, separator);
            return changes.over(with(options, TaskOption.APPLICATION, application));
        }
        if (changes.says(TaskOption.APPLICATION)) {
            return changes.over(options.with(TaskOption.QUEUE, before.queue().substring(separator + 1)));
        }
        if (changes.says(TaskOption.ROUTING_KEY)) {
            return changes.over(
                    with(options, TaskOption.EXCHANGE, before.exchange().orElse(null)));
        }
        return changes.over(options);
    }

    private static TaskOptions with(TaskOptions options, TaskOption<String> option, String value) {
        return value == null ? options : options.with(option, value);
    }
}
