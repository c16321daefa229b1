package no.abakus.tasks.console.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a request changes.
 *
 * @param action what the request does, such as {@code pause}
 * @param target what the action is done to, such as {@code queues/mail}
 */
record ChangedThing(String action, Optional<String> target) {

    private static final String CALL = "apply-async";
    private static final String SESSION = "session";
    private static final String BULK = "bulk";

    /**
     * The actions of the HTTP methods whose path ends with the changed thing. With POST, the path ends with the action.
     */
    private static final Map<String, String> METHODS = Map.of("DELETE", "delete", "PUT", "change", "PATCH", "change");

    /**
     * Whether this is the preview or the start of a bulk operation. A preview changes nothing, and a start is recorded
     * elsewhere, with its reason.
     */
    private static boolean isBulk(String path, String last) {
        return path.equals(BULK) || (path.startsWith(BULK + "/") && last.equals("start"));
    }

    /**
     * Returns what the request changes; empty if the request changes nothing that an operator is responsible for, such
     * as a call of a task or a login. Also empty for the start of a bulk operation, which is recorded elsewhere.
     */
    static Optional<ChangedThing> of(String method, String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        int slash = plain.lastIndexOf('/');
        String last = plain.substring(slash + 1);
        if (last.equals(CALL) || plain.equals(SESSION) || isBulk(plain, last)) {
            return Optional.empty();
        }
        String action = METHODS.get(method.toUpperCase(Locale.ROOT));
        if (action != null) {
            return Optional.of(new ChangedThing(action, Optional.of(plain)));
        }
        String before = slash < 0 ? "" : plain.substring(0, slash);
        // In a path such as control/revoke, revoke is the order, but control is not what the order changes.
        return Optional.of(new ChangedThing(
                last, Optional.of(before).filter(target -> !target.isEmpty() && !target.equals("control"))));
    }
}
