package no.abakus.tasks.message;

import java.io.IOException;
import java.util.Map;
import no.abakus.jackson.core.JsonLocation;
import no.abakus.jackson.core.JsonProcessingException;
import no.abakus.jackson.core.exc.StreamConstraintsException;
import no.abakus.jackson.core.exc.StreamReadException;
import no.abakus.jackson.databind.JsonMappingException;
import no.abakus.jackson.databind.exc.InvalidDefinitionException;
import no.abakus.jackson.databind.exc.MismatchedInputException;
import no.abakus.jackson.databind.exc.PropertyBindingException;
import no.abakus.jackson.databind.exc.ValueInstantiationException;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Explains what is wrong with a message body: where the error is and what would be valid, without quoting the content.
 * Jackson's own messages quote the content, but operators, consoles and logs must not see the secrets of a call.
 */
final class BodyTrouble {

    /** Jackson wraps an exception once per nesting level. */
    private static final int MAX_WRAPPERS = 100;

    private BodyTrouble() {}

    /** Returns the exception for a body that is invalid as a whole. */
    static UnreadableMessageException ofBody(String format, IOException thrown) {
        TooHeavyException tooHeavy = find(TooHeavyException.class, thrown);
        if (tooHeavy != null) {
            return new UnreadableMessageException(Reason.TOO_LARGE, tooHeavy.getOriginalMessage(), thrown);
        }
        StreamConstraintsException limit = find(StreamConstraintsException.class, thrown);
        if (limit != null) {
            // Jackson's message mentions only lengths and depths.
            return unreadable("The body exceeds a limit: " + limit.getOriginalMessage(), thrown);
        }
        String where = thrown instanceof JsonProcessingException json ? at(json.getLocation()) : "";
        if (isRepetition(thrown)) {
            return unreadable("The body has an object with the same member twice" + where, thrown);
        }
        return unreadable("The body is not valid " + format + where, thrown);
    }

    /** Returns the exception for one argument, which is named like {@code args[0]} or {@code kwargs.subject}. */
    static UnreadableMessageException ofArgument(String format, String argument, IOException thrown) {
        if (find(StreamReadException.class, thrown) != null || find(StreamConstraintsException.class, thrown) != null) {
            return ofBody(format, thrown);
        }
        String place = argument;
        String where = "";
        if (thrown instanceof JsonMappingException mapping) {
            place += path(mapping);
            where = at(mapping.getLocation());
        }
        return new UnreadableMessageException(Reason.ARGUMENTS, place + where + " " + complaint(thrown), thrown);
    }

    /**
     * Whether Jackson found a member twice in one object. Jackson's exception for this case differs from others only by
     * its message.
     */
    static boolean isRepetition(Throwable thrown) {
        StreamReadException broken = find(StreamReadException.class, thrown);
        return broken != null && broken.getOriginalMessage().startsWith("Duplicate field");
    }

    private static String complaint(IOException thrown) {
        if (thrown instanceof PropertyBindingException unknown) {
            return "has a member that " + unknown.getReferringClass().getSimpleName() + " does not know; use one of "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .toList();
        }
        if (thrown instanceof ValueInstantiationException refused) {
            return "is refused by " + refused.getType().getRawClass().getSimpleName()
                    + (refused.getCause() == null
                            ? ""
                            : ", which threw " + refused.getCause().getClass().getSimpleName());
        }
        if (thrown instanceof InvalidDefinitionException definition) {
            // Jackson's message mentions only types.
            return "cannot be read: " + definition.getOriginalMessage();
        }
        if (thrown instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "cannot be read as " + mismatch.getTargetType().getSimpleName();
        }
        return "cannot be read: " + thrown.getClass().getSimpleName();
    }

    /** Returns the path to the error. Map keys and unknown members are left out, because they are the caller's data. */
    private static String path(JsonMappingException thrown) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : thrown.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else if (isMap(step.getFrom())) {
                path.append("[…]");
            } else if (!(thrown instanceof PropertyBindingException unknown
                    && step.getFieldName().equals(unknown.getPropertyName()))) {
                path.append('.').append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static boolean isMap(Object holder) {
        return holder instanceof Map || (holder instanceof Class<?> type && Map.class.isAssignableFrom(type));
    }

    /** Describes the location. Binary formats have no lines, and some report no position at all. */
    private static String at(JsonLocation location) {
        if (location == null || (location.getLineNr() < 1 && location.getByteOffset() < 0)) {
            return "";
        }
        return location.getLineNr() < 1
                ? " at byte " + location.getByteOffset()
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static UnreadableMessageException unreadable(String detail, IOException thrown) {
        return new UnreadableMessageException(Reason.UNREADABLE_BODY, detail, thrown);
    }

    /** Returns the first exception of this type among the throwable and its causes, or null. */
    static <T extends Throwable> T find(Class<T> kind, Throwable thrown) {
        Throwable candidate = thrown;
        for (int i = 0; i < MAX_WRAPPERS && candidate != null; i++, candidate = candidate.getCause()) {
            if (kind.isInstance(candidate)) {
                return kind.cast(candidate);
            }
        }
        return null;
    }
}
