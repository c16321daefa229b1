package no.abakus.tasks.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exchange as written in configuration: {@code news topic news.*.mail -> mail, news.# -> archive}.
 *
 * @param name the name of the exchange
 * @param type how keys are compared
 * @param bindings which keys lead to which queues
 */
public record ExchangeRule(String name, Type type, List<Binding> bindings) {

    /** How an exchange compares a call's routing key with the keys of its bindings. */
    public enum Type {
        /** The keys must be equal. */
        DIRECT,
        /**
         * The keys are compared word by word; dots separate the words. {@code *} matches one word, and {@code #} any
         * number of words.
         */
        TOPIC,
        /** Keys are not compared. Every queue gets a copy. */
        FANOUT
    }

    /**
     * A key and its queue.
     *
     * @param key the key to compare with the routing keys of calls; empty for a fanout exchange
     * @param queue the queue to which matching calls go
     */
    public record Binding(String key, String queue) {}

    private static final Pattern HEAD = Pattern.compile("(\\S+)\\s+(direct|topic|fanout)\\s+(.+)", Pattern.DOTALL);
    private static final String ARROW = "->";
    private static final String TAKES =
            "Write 'NAME direct KEY -> QUEUE, …', 'NAME topic KEY -> QUEUE, …' or 'NAME fanout QUEUE, …', and separate"
                    + " exchanges by semicolons";

    /** Parses exchanges separated by semicolons. */
    static List<ExchangeRule> parseAll(String text) {
        List<ExchangeRule> rules = new ArrayList<>();
        for (String rule : text.split(";", -1)) {
            if (!rule.isBlank()) {
                rules.add(parse(rule.strip()));
            }
        }
        return List.copyOf(rules);
    }

    private static ExchangeRule parse(String rule) {
        Matcher head = HEAD.matcher(rule);
        if (!head.matches()) {
            throw new IllegalArgumentException("not valid at '" + rule + "'. " + TAKES);
        }
        Type type = Type.valueOf(head.group(2).toUpperCase(Locale.ROOT));
        List<Binding> bindings = new ArrayList<>();
        for (String binding : head.group(3).split(",", -1)) {
            bindings.add(parseBinding(type, binding.strip()));
        }
        return new ExchangeRule(head.group(1), type, List.copyOf(bindings));
    }

    private static Binding parseBinding(Type type, String binding) {
        int arrow = binding.indexOf(ARROW);
        boolean hasKey = arrow >= 0;
        String key = hasKey ? binding.substring(0, arrow).strip() : "";
        String queue = hasKey ? binding.substring(arrow + ARROW.length()).strip() : binding;
        if (queue.isEmpty() || hasKey == (type == Type.FANOUT) || (hasKey && key.isEmpty())) {
            throw new IllegalArgumentException("not valid at '" + binding + "'. " + TAKES);
        }
        return new Binding(key, queue);
    }
}
