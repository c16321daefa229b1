package no.abakus.tasks.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A query that selects tasks, such as {@code state:failed,retry task:mail.* ctx.tenant:7 args:"a@b" took>5s age<1h
 * -task:x}. A task is selected if all terms match. A comma between values means OR, a minus before a term means NOT,
 * and a star stands for any characters. Immutable.
 *
 * @param source where to look for the tasks; the states in the query determine this
 * @param terms the conditions; a selected task meets all of them
 */
public record HistoryQuery(Source source, List<Term> terms) {

    /** The maximum length of a query, in characters. */
    public static final int LONGEST = 1_000;

    /** Selects every ended task. */
    public static final HistoryQuery ALL = new HistoryQuery(Source.HISTORY, List.of());

    public HistoryQuery {
        terms = List.copyOf(terms);
    }

    /**
     * Parses a query.
     *
     * @param now the current time, from which ages are counted
     * @throws InvalidQueryException if a part of the query is invalid; the exception says where and why
     */
    public static HistoryQuery parse(String text, Instant now) {
        return new QueryParser(text, now).query();
    }

    /**
     * Returns the position of the first term of this kind: the index of the term's first character, or 0 if there is no
     * such term. Use it to report that a valid query is refused because of one of its terms.
     *
     * @throws InvalidQueryException if a part of the query is invalid
     */
    public static int position(String text, Predicate<Term> kind) {
        QueryParser parser = new QueryParser(text, Instant.EPOCH);
        List<Term> terms = parser.query().terms();
        for (int i = 0; i < terms.size(); i++) {
            if (kind.test(terms.get(i))) {
                return parser.starts().get(i);
            }
        }
        return 0;
    }

    /**
     * Returns the position at which a query names states; 0 if it names none. The states determine its {@link #source}.
     *
     * @throws InvalidQueryException if a part of the query is invalid
     */
    public static int positionOfState(String text) {
        return position(
                text, term -> term instanceof Text state && state.field() == HistoryField.STATE && !state.not());
    }

    /** Whether the query selects this task. */
    public boolean fits(EndedTask task) {
        return terms.stream().allMatch(term -> term.fits(task));
    }

    /** Returns this query with one more term. */
    public HistoryQuery and(Term term) {
        return new HistoryQuery(
                source, Stream.concat(terms.stream(), Stream.of(term)).toList());
    }

    /** Where the selected tasks are. */
    public enum Source {
        /** Ended tasks are in the history. */
        HISTORY,
        /** Running tasks are on the nodes. */
        NODES,
        /** Waiting and delayed tasks are at the broker. */
        BROKER;

        /**
         * Returns the names of the states whose tasks are found only in this source. Returns no names for the history,
         * because it has the tasks in all other states.
         */
        public Set<String> states() {
            return switch (this) {
                case HISTORY -> Set.of();
                case NODES -> Set.of("running");
                case BROKER -> Set.of("waiting", "delayed");
            };
        }
    }

    /** A condition on a task. */
    public sealed interface Term {

        /** Whether the task meets the condition. */
        boolean fits(EndedTask task);
    }

    /**
     * A field of the task matches at least one of the patterns or, if {@code not} is true, none of them.
     *
     * @param field the field
     * @param not true if none of the patterns may match
     * @param patterns the patterns
     */
    public record Text(HistoryField field, boolean not, List<TextPattern> patterns) implements Term {

        public Text {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean fits(EndedTask task) {
            return not != field.fits(task, patterns);
        }
    }

    /**
     * A value in the task's log context matches at least one of the patterns or, if {@code not} is true, none of them.
     *
     * @param key the key in the context
     * @param not true if none of the patterns may match
     * @param patterns the patterns
     */
    public record Context(String key, boolean not, List<TextPattern> patterns) implements Term {

        public Context {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean fits(EndedTask task) {
            Optional<String> value = Optional.ofNullable(task.context().get(key));
            return not
                    != patterns.stream()
                            .anyMatch(pattern -> value.filter(pattern::fits).isPresent());
        }
    }

    /**
     * The time that the task took or waited is longer or shorter than a duration.
     *
     * @param took true to compare how long the task took, false to compare how long it waited
     * @param longer true if that time must be longer than the duration, false if it must be shorter
     * @param than the duration
     */
    public record Span(boolean took, boolean longer, Duration than) implements Term {

        @Override
        public boolean fits(EndedTask task) {
            Optional<Duration> span = took ? task.took() : task.waited();
            return span.isPresent()
                    && (longer ? span.get().compareTo(than) > 0 : span.get().compareTo(than) < 0);
        }
    }

    /**
     * The task ended after an instant or, if {@code after} is false, before it.
     *
     * @param after true if the task must have ended after the instant, false if it must have ended before
     * @param at the instant
     */
    public record Ended(boolean after, Instant at) implements Term {

        @Override
        public boolean fits(EndedTask task) {
            return after ? task.endedAt().isAfter(at) : task.endedAt().isBefore(at);
        }
    }
}
