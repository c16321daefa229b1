package no.abakus.tasks.console.executions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.console.problem.BadQueries;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.QueryTooWideException;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Checks query parameters. */
public final class Given {

    static final int MOST = 200;
    static final String START_OVER = "'after' takes the value of 'next' in a previous page; start over";

    private static final Log log = Log.get();

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, "Invalid position in the list");
    private static final ProblemType UNAVAILABLE =
            new ProblemType("history-unavailable", 503, "The history is unavailable");

    private static final ProblemType TOO_WIDE = new ProblemType("query-too-wide", 503, "The query takes too long");

    private Given() {}

    public static HistoryQuery query(String q, Instant now) {
        return HistoryQuery.parse(q, now);
    }

    /** Returns a query of ended executions only. */
    public static HistoryQuery endedQuery(String q, Instant now) {
        HistoryQuery query = query(q, now);
        if (query.source() != HistoryQuery.Source.HISTORY) {
            throw new InvalidQueryException(
                    HistoryQuery.positionOfState(q),
                    "Only ended executions are selected here, so leave the state out of the query");
        }
        return query;
    }

    public static int limit(String limit) {
        if (limit.matches("[0-9]{1,3}")) {
            int most = Integer.parseInt(limit);
            if (most >= 1 && most <= MOST) {
                return most;
            }
        }
        throw badQuery("limit takes a number of items, from 1 to " + MOST);
    }

    /** Returns problem 400 for a parameter other than {@code q}. */
    public static InvalidQueryException badQuery(String detail) {
        return BadQueries.badParameter(detail);
    }

    /** Returns the key that a cursor stands for. */
    public static OptionalLong after(String cursor) {
        if (cursor == null) {
            return OptionalLong.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            long key = Long.parseLong(text);
            if (key > 0) {
                return OptionalLong.of(key);
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(BAD_CURSOR, START_OVER, e);
        }
        throw new ProblemException(BAD_CURSOR, START_OVER);
    }

    public static String cursor(long key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(key).getBytes(StandardCharsets.US_ASCII));
    }

    public static Instant instant(String name, String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        Instant instant;
        try {
            instant = Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw noInstant(name, e.getErrorIndex());
        }
        if (!instant.isAfter(Instant.EPOCH) || !instant.isBefore(LATEST)) {
            throw noInstant(name, 0);
        }
        return instant;
    }

    private static InvalidQueryException noInstant(String name, int position) {
        return new InvalidQueryException(position, name + " takes an instant such as 2026-11-29T12:00:00Z");
    }

    /**
     * Throws a problem if the history has nothing but the memory of one node. Call this before work that needs the
     * history of all nodes.
     */
    public static void checkHistory(HistoryOrigin origin) {
        if (origin.isMemory()) {
            throw new ProblemException(UNAVAILABLE, origin.sentence());
        }
    }

    /** Returns the answer of the history. An outage becomes a problem whose text does not name any database tables. */
    public static <T> T reached(Supplier<T> question) {
        try {
            return question.get();
        } catch (QueryTooWideException e) {
            throw new ProblemException(TOO_WIDE, e.getMessage(), e);
        } catch (OperationalException e) {
            log.error("history_unavailable", e);
            throw new ProblemException(UNAVAILABLE, "Ask again once the database is available again", e);
        }
    }
}
