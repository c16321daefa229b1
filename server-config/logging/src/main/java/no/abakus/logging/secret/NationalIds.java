package no.abakus.logging.secret;

/** Norwegian identity numbers, in one run or as groups of six and five digits. */
final class NationalIds implements Rule {
    private static final int LENGTH = 11;
    private static final int DATE = 6;

    @Override
    public String triggers() {
        return "0123456789";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        if (end - at < LENGTH || !Chars.isDigit(text.charAt(at + DATE - 1)) || !NumberReader.mayBegin(text, at)) {
            return Span.NOTHING;
        }
        NumberReader number = new NumberReader(text, at, end, LENGTH, false);
        int first = number.group();
        boolean grouped = first == DATE && number.group() == LENGTH - DATE;
        return (first == LENGTH || grouped) && number.mayEnd() && NationalId.isValid(number.digits)
                ? Span.hide(at, number.position())
                : Span.NOTHING;
    }
}
