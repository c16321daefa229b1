package no.abakus.logging.secret;

/** Payment card numbers: 13 to 19 digits, of which the first is 2 to 6 and the last is a Luhn check digit. */
final class CardNumber {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final long LEAST = 2_000_000_000_000L;

    private CardNumber() {}

    static boolean isValid(CharSequence digits) {
        return digits.length() <= LONGEST
                && digits.length() >= SHORTEST
                && digits.charAt(0) >= '2'
                && digits.charAt(0) <= '6'
                && isValid(Long.parseLong(digits, 0, digits.length(), 10));
    }

    /**
     * Returns whether a number is a card number. Counts and ids may have a valid check digit by chance, so the number
     * must also have a length that its issuer uses.
     */
    static boolean isIssued(long number) {
        if (number < LEAST) {
            return false;
        }
        int length = 2;
        long head = number;
        while (head >= 100) {
            head /= 10;
            length++;
        }
        int two = (int) head;
        boolean lengthFits =
                switch (two / 10) {
                    case 2 -> length == 16 && two >= 22 && two <= 27;
                    case 3 -> two == 35 ? length == 16 : length == 14 || length == 15;
                    case 4 -> length == 13 || length == 16 || length == 19;
                    case 5 -> length == 16 || (length > 16 && (two == 50 || two >= 56));
                    default -> length >= 16;
                };
        return lengthFits && isValid(number);
    }

    static boolean isValid(long number) {
        if (number < LEAST) {
            return false;
        }
        int sum = 0;
        int first = 0;
        long rest = number;
        for (int i = 0; rest > 0; i++) {
            first = (int) (rest % 10);
            int weighted = i % 2 == 0 ? first : 2 * first;
            sum += weighted > 9 ? weighted - 9 : weighted;
            rest /= 10;
        }
        return sum % 10 == 0 && first >= 2 && first <= 6;
    }
}
