package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.database.Dialect;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryStates;
import no.abakus.tasks.operate.TextPattern;
import no.abakus.tasks.port.HistoryKeys;

/** The WHERE clause of a query, with its parameters. Not thread-safe. */
final class Selection {

    private static final Map<HistoryField, String> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(HistoryField.STATE, "state"),
            Map.entry(HistoryField.TASK, "task"),
            Map.entry(HistoryField.QUEUE, "queue"),
            Map.entry(HistoryField.ID, "task_id"),
            Map.entry(HistoryField.NODE, "node"),
            Map.entry(HistoryField.REQUEST, "request_id"),
            Map.entry(HistoryField.USER, "user_name"),
            Map.entry(HistoryField.GROUP, "group_id"),
            Map.entry(HistoryField.ROOT, "root_id"),
            Map.entry(HistoryField.ERROR, "error_type"),
            Map.entry(HistoryField.ARGS, "args")));

    /** The fields for which an exact term selects few rows. */
    static final Set<HistoryField> SELECTIVE = EnumSet.of(
            HistoryField.TASK,
            HistoryField.ID,
            HistoryField.REQUEST,
            HistoryField.USER,
            HistoryField.GROUP,
            HistoryField.ROOT);

    private static final String ERROR_LINE = "COALESCE(error_type || ': ' || error_message, error_type, error_message)";

    /** If a pattern has this many parts between stars or more, LIKE takes too long on H2. */
    private static final int MANY_PARTS = 4;

    private final Dialect dialect;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private boolean isSelective;
    private final NewestFirst order = new NewestFirst();
    private boolean needsScan;
    private boolean isCut;
    private long from;
    private long below = Long.MAX_VALUE;

    Selection(Owner owner, HistoryQuery query, Dialect dialect) {
        this.dialect = dialect;
        conditions.add(owner.condition());
        conditions.add(FreshRead.CONDITION);
        query.terms().forEach(this::add);
    }

    private void add(HistoryQuery.Term term) {
        if (term instanceof HistoryQuery.Text text) {
            add(text);
        } else if (term instanceof HistoryQuery.Context context) {
            needsScan = true;
            conditions.add(orNot(
                    context.not(),
                    context.patterns().stream()
                            .map(pattern -> inContext(context.key(), pattern))
                            .toList()));
        } else if (term instanceof HistoryQuery.Span span) {
            needsScan = true;
            conditions.add((span.took() ? "took_ms" : "waited_ms") + (span.longer() ? " > ?" : " < ?"));
            values.add(span.than().toMillis());
        } else if (term instanceof HistoryQuery.Ended ended) {
            long key = HistoryKeys.from(ended.at());
            if (ended.after()) {
                from = Math.max(from, key);
            } else {
                below = Math.min(below, key);
            }
        }
    }

    private void add(HistoryQuery.Text text) {
        if (text.field() == HistoryField.STATE) {
            addStates(text);
            return;
        }
        String column = COLUMNS.get(text.field());
        List<String> matches = new ArrayList<>();
        for (TextPattern pattern : text.patterns()) {
            if (text.field() == HistoryField.ERROR) {
                matches.add(match(ERROR_LINE, pattern));
            }
            matches.add(match(column, pattern));
        }
        conditions.add(orNot(text.not(), matches));
        boolean isExact = !text.not() && text.patterns().stream().allMatch(TextPattern::isExact);
        if (isExact && SELECTIVE.contains(text.field())) {
            isSelective = true;
            order.selects(text.field(), column, text.patterns().size());
        } else {
            needsScan = true;
        }
    }

    /**
     * Adds a condition on the state. A negated term becomes a list of all other states, so that the database can use an
     * index.
     */
    private void addStates(HistoryQuery.Text text) {
        List<String> words = text.patterns().stream().map(TextPattern::text).toList();
        if (words.stream().allMatch(word -> HistoryStates.ended(word).isEmpty())) {
            return;
        }
        List<String> states = Stream.of(TaskState.values())
                .filter(state -> HistoryStates.ended(HistoryStates.word(state)).isPresent())
                .filter(state -> words.contains(HistoryStates.word(state)) != text.not())
                .map(Enum::name)
                .toList();
        // Most executions succeed, so only the other states select few rows.
        isSelective |= !states.contains(TaskState.SUCCESS.name());
        order.selectsStates(states.size());
        values.addAll(states);
        conditions.add(
                states.isEmpty()
                        ? "FALSE"
                        : "state IN (" + String.join(", ", Collections.nCopies(states.size(), "?")) + ")");
    }

    /** Returns the ORDER BY clause. It puts the latest rows first. */
    String order() {
        return order.by(dialect);
    }

    private String inContext(String key, TextPattern pattern) {
        if (isSlowForLike(pattern)) {
            values.add(StarRegex.inContext(key, pattern));
            return "context REGEXP ?";
        }
        values.add(ContextPattern.like(key, pattern));
        return "context LIKE ?" + LikePattern.ESCAPE;
    }

    private boolean isSlowForLike(TextPattern pattern) {
        return dialect == Dialect.H2 && pattern.parts().length >= MANY_PARTS;
    }

    private String match(String column, TextPattern pattern) {
        if (isSlowForLike(pattern)) {
            values.add(StarRegex.of(pattern));
            return column + " REGEXP ?";
        }
        values.add(pattern.isExact() ? pattern.text() : LikePattern.of(pattern));
        return pattern.isExact() ? column + " = ?" : column + " LIKE ?" + LikePattern.ESCAPE;
    }

    /**
     * Joins conditions by OR, and negates the result if {@code isNot} is true. A row without a value does not match, so
     * it matches the negation.
     */
    private static String orNot(boolean isNot, List<String> matches) {
        String either = "(" + String.join(" OR ", matches) + ")";
        return isNot ? either + " IS NOT TRUE" : either;
    }

    /** Whether the query would read every row and is therefore limited to the newest rows. */
    boolean isWide() {
        return needsScan && !isSelective;
    }

    long from() {
        return from;
    }

    long below() {
        return below;
    }

    /** Leaves out all rows before this key, because reading them would take too long. */
    void startAt(long key) {
        from = Math.max(from, key);
        isCut = true;
    }

    /** Whether rows were left out that the query may select. */
    boolean isCut() {
        return isCut;
    }

    void endBelow(long key) {
        below = Math.min(below, key);
    }

    /** Returns the WHERE clause. */
    String where() {
        return " WHERE id >= ? AND id < ? AND " + String.join(" AND ", conditions);
    }

    /** Returns a binding that sets the parameters of {@link #where}, and then these numbers. */
    Session.Binding with(int... more) {
        return parameters -> {
            parameters.number(from).number(below);
            for (Object value : values) {
                set(parameters, value);
            }
            for (int value : more) {
                parameters.number(value);
            }
        };
    }

    private static void set(Parameters parameters, Object value) throws SQLException {
        if (value instanceof Long number) {
            parameters.number(number);
        } else {
            parameters.text((String) value);
        }
    }

    /** Returns the column of a field. */
    static String column(HistoryField field) {
        return COLUMNS.get(field);
    }
}
