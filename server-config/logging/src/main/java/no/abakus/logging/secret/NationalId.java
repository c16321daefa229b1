package no.abakus.logging.secret;

/**
 * Norwegian identity numbers: a birth date of six digits, an individual number of three digits and two check digits
 * modulo 11. D-numbers add 4 to the first digit, H-numbers add 4 to the third digit, and numbers of synthetic test
 * persons add 8 to the third digit.
 */
final class NationalId {
    private static final int LENGTH = 11;
    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    private NationalId() {}

    static boolean isValid(CharSequence digits) {
        return digits.length() == LENGTH
                && isDate(digits)
                && weighted(digits, FIRST) % 11 == 0
                && weighted(digits, SECOND) % 11 == 0;
    }

    private static boolean isDate(CharSequence digits) {
        int day = number(digits, 0) % 40;
        int month = number(digits, 2) % 40;
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    private static int number(CharSequence digits, int at) {
        return 10 * (digits.charAt(at) - '0') + digits.charAt(at + 1) - '0';
    }

    private static int weighted(CharSequence digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }
}
