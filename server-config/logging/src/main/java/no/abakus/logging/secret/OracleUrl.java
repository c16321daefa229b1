package no.abakus.logging.secret;

/** The password in a JDBC URL of Oracle, such as {@code jdbc:oracle:thin:user/password@//host}. */
final class OracleUrl {
    private OracleUrl() {}

    static long look(CharSequence text, int at, int floor, int end) {
        boolean oracle = (at - 4 >= floor && Chars.hasWord(text, at - 4, at, "thin"))
                || (at - 3 >= floor && Chars.hasWord(text, at - 3, at, "oci"));
        if (!oracle) {
            return Span.NOTHING;
        }
        int slash = -1;
        int last = -1;
        int i = at + 1;
        for (; i < end && !UserInfo.endsUrl(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == '@') {
                last = i;
                if (slash < 0) {
                    return Span.barren(i);
                }
            } else if (c == '/' && slash < 0) {
                slash = i;
            }
        }
        return last > slash + 1 ? Span.hide(slash + 1, last) : Span.barren(i);
    }
}
