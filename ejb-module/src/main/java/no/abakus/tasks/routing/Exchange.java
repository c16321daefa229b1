package no.abakus.tasks.routing;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.abakus.tasks.config.ExchangeRule;
import no.abakus.tasks.config.ExchangeRule.Binding;

/**
 * A table of bindings, as in AMQP brokers. The sender evaluates the table, because JMS has no exchanges. Immutable.
 *
 * @param rule the table
 */
record Exchange(ExchangeRule rule) {

    /** Returns the queues that a call with this key goes to, without duplicates, in alphabetical order. */
    Set<String> queues(String key) {
        return rule.bindings().stream()
                .filter(binding -> isBound(binding, key))
                .map(Binding::queue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isBound(Binding binding, String key) {
        return switch (rule.type()) {
            case DIRECT -> binding.key().equals(key);
            case TOPIC -> TopicKey.matches(binding.key(), key);
            case FANOUT -> true;
        };
    }

    /** Returns the bound keys, for an error message. */
    String keys() {
        return rule.bindings().stream().map(Binding::key).collect(Collectors.joining(", "));
    }
}
