package no.abakus.tasks.console.call;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.TaskArgumentException;

/**
 * Rejects numbers that most JSON readers turn into infinity or zero, because callers could not read their own arguments
 * in a result. A Java program can send such numbers as {@link BigDecimal}.
 */
final class ArgumentNumbers {

    private ArgumentNumbers() {}

    static void check(String member, Object value) {
        if (value instanceof List<?> list) {
            for (Object element : list) {
                check(member, element);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Object element : map.values()) {
                check(member, element);
            }
        } else if (value instanceof BigDecimal number && !fitsDouble(number)) {
            throw new TaskArgumentException(
                    member + " contains the number " + number + ", which most JSON readers cannot represent, because"
                            + " they read IEEE 754 doubles, from about 5e-324 to 1.8e308. Send the number as a string."
                            + " Nothing was sent");
        }
    }

    private static boolean fitsDouble(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isFinite(nearest) && (nearest != 0 || number.signum() == 0);
    }
}
