package no.abakus.tasks.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.ExchangeRule;

/** The configured exchanges. Immutable. */
final class Exchanges {

    private final Map<String, Exchange> byName = new TreeMap<>();

    /** Creates the exchanges of these rules. Reports mistakes in the rules as problems. */
    Exchanges(List<ExchangeRule> rules, KnownQueues queues, Consumer<String> problems) {
        for (ExchangeRule rule : rules) {
            if (byName.put(rule.name(), new Exchange(rule)) != null) {
                problems.accept("The exchange '" + rule.name() + "' (abakus.tasks.routing.exchanges) occurs twice.");
            }
            rule.bindings().stream()
                    .filter(binding -> !queues.knows(binding.queue()))
                    .forEach(binding -> problems.accept("The exchange '" + rule.name()
                            + "' (abakus.tasks.routing.exchanges) leads to the queue '" + binding.queue()
                            + "', which has no known consumer; the consumed queues are " + queues + "."));
        }
    }

    /**
     * Returns the queues that the exchange with this name selects for this routing key.
     *
     * @throws TaskOptionException if there is no such exchange, or the exchange does not bind the key
     */
    Set<String> queues(String name, String key) {
        Exchange exchange = byName.get(name);
        if (exchange == null) {
            throw new TaskOptionException("No exchange is called '" + name + "' here; use one of " + byName.keySet()
                    + ", or declare the exchange in abakus.tasks.routing.exchanges");
        }
        Set<String> queues = exchange.queues(key);
        if (queues.isEmpty()) {
            throw new TaskOptionException("The exchange '" + name + "' leads to no queue for the routing key '" + key
                    + "'; the bound keys are " + exchange.keys());
        }
        return queues;
    }
}
