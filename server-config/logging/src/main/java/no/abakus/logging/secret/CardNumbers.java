package no.abakus.logging.secret;

/**
 * Payment card numbers as one run of digits, in groups of four with blanks, dashes or dots between them, or in the
 * groups that American Express and Diners use. Neighbouring numbers are never joined. If a sequence as a whole is not a
 * card number, the sequence without its last group is checked as well.
 */
final class CardNumbers implements Rule {
    private static final int LONGEST_GROUP = 19;
    private static final int MOST_GROUPS = 5;
    private static final int SHORTEST_RUN = 13;

    @Override
    public String triggers() {
        return "23456";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        if (!NumberReader.mayBegin(text, at) || !isLongEnough(text, at, end)) {
            return Span.NOTHING;
        }
        NumberReader number = new NumberReader(text, at, end, LONGEST_GROUP, true);
        int first = number.group();
        if (first >= SHORTEST_RUN) {
            return number.mayEnd() && CardNumber.isValid(number.digits)
                    ? Span.hide(at, number.position())
                    : Span.NOTHING;
        }
        int found = -1;
        int second = 0;
        for (int groups = 2; first == 4 && groups <= MOST_GROUPS; groups++) {
            int length = number.group();
            second = groups == 2 ? length : second;
            if (length == 0 || !fits(groups, length, second)) {
                break;
            }
            if (groups > 2 && number.mayEnd() && isCard(number)) {
                found = number.position();
            }
        }
        return found < 0 ? Span.NOTHING : Span.hide(at, found);
    }

    /** Returns whether four digits and a possible continuation are here. Most numbers fail this quick check. */
    private static boolean isLongEnough(CharSequence text, int at, int end) {
        if (end - at < SHORTEST_RUN) {
            return false;
        }
        for (int i = at + 1; i < at + 4; i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return false;
            }
        }
        char next = text.charAt(at + 4);
        return NumberReader.maySeparate(next) || Chars.isDigit(next);
    }

    /**
     * Returns whether the groups form a card number. Groups with dots may also be a version number, so they must pass
     * more checks.
     */
    private static boolean isCard(NumberReader number) {
        return CardNumber.isValid(number.digits)
                && (!number.isDotted()
                        || (!number.goesOn() && CardNumber.isIssued(Long.parseLong(number.digits.toString()))));
    }

    private static boolean fits(int groups, int length, int second) {
        return switch (groups) {
            case 2 -> length == 4 || length == 6;
            case 3 -> second == 4 ? length == 4 : length == 4 || length == 5;
            case 4 -> second == 4 && length <= 4;
            default -> second == 4 && length <= 3;
        };
    }
}
