package no.abakus.logging.secret;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Card and identity numbers that are logged as numbers. */
public final class SecretNumber {
    private static final long LEAST = 10_000_000_000L;
    private static final long NATIONAL_ID_END = 100_000_000_000L;
    private static final double MOST = 1e19;
    private static final int MOST_DIGITS = 40;

    private SecretNumber() {}

    /** Returns whether this number is secret, whatever its key is. */
    public static boolean isSecret(Number number, boolean cards, boolean nationalIds) {
        long whole = whole(number);
        if (whole < LEAST) {
            return false;
        }
        return whole < NATIONAL_ID_END
                ? nationalIds && NationalId.isValid(Long.toString(whole))
                : cards && CardNumber.isIssued(whole);
    }

    /** Returns the number if it is an integer; 0 if it is not, or if it has too many digits to be relevant. */
    private static long whole(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return number.longValue();
        }
        if (number instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? big.longValue() : 0;
        }
        if (number instanceof BigDecimal big) {
            // Checked before the number is written out, because 1e1000000000 has a billion digits.
            long digits = (long) big.precision() - big.scale();
            boolean maybe = digits > 10 && digits < 20 && big.precision() <= MOST_DIGITS;
            return maybe && big.stripTrailingZeros().scale() <= 0 ? whole(big.toBigInteger()) : 0;
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return value < MOST && (long) value == value ? (long) value : 0;
        }
        return number.longValue();
    }
}
