package no.abakus.logging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.logging.Redaction.Concern;

/** What secrets look like inside a text. Every quantifier is bounded or possessive: no input makes these slow. */
final class SecretPatterns {
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer) +[A-Za-z0-9._~+/=-]{4,}+");
    private static final Pattern BASIC = Pattern.compile("(?i)\\b(basic +)([A-Za-z0-9+/_-]{4,}+)={0,2}");
    private static final Pattern TOKEN =
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{4,}+\\.[A-Za-z0-9_-]{4,}+(?:\\.[A-Za-z0-9_-]*+)?");
    /** Not what a stack trace calls a module, {@code org.jboss.weld.core@5.1.6.Final}: a domain does not begin like a version. */
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}0-9._%+-])[\\p{L}0-9._%+-]{1,64}+@(?![0-9]{1,9}+\\.[0-9])[\\p{L}0-9-]{1,63}+(?:\\.[\\p{L}0-9-]{1,63}+){1,8}+");
    /** Written in one run, in groups of four, or the way American Express and Diners group theirs; never glued from neighbours. */
    private static final Pattern CARD = number("[2-6][0-9]{12,18}+"
            + "|[2-6][0-9]{3}([ -])[0-9]{4}\\1[0-9]{4}\\1[0-9]{1,4}+(?:\\1[0-9]{1,3}+)?"
            + "|3[0-9]{3}([ -])[0-9]{6}\\2[0-9]{4,5}+");

    private static final Pattern NATIONAL_ID = number("[0-9]{6}[ -]?[0-9]{5}");

    private static final int CARD_SHORTEST = 13;

    private SecretPatterns() {}

    static String replace(String text, Set<Concern> concerns) {
        String clean = text;
        if (concerns.contains(Concern.TOKENS)) {
            clean = TOKEN.matcher(clean).replaceAll(Redaction.REDACTED);
        }
        if (concerns.contains(Concern.CREDENTIALS)) {
            clean = BEARER.matcher(clean).replaceAll("$1 " + Redaction.REDACTED);
            clean = BASIC.matcher(clean)
                    .replaceAll(match -> isUserAndPassword(match.group(2))
                            ? match.group(1) + Redaction.REDACTED
                            : Matcher.quoteReplacement(match.group()));
        }
        if (concerns.contains(Concern.EMAILS) && clean.indexOf('@') >= 0) {
            clean = EMAIL.matcher(clean).replaceAll(Redaction.REDACTED);
        }
        if (concerns.contains(Concern.CARDS)) {
            clean = replaceNumbers(clean, CARD, SecretPatterns::isCard);
        }
        if (concerns.contains(Concern.NATIONAL_IDS)) {
            clean = replaceNumbers(clean, NATIONAL_ID, NationalId::isValid);
        }
        return clean;
    }

    /** User, colon, password: what else follows the word is language, as in "basic authentication". */
    private static boolean isUserAndPassword(String encoded) {
        String standard = encoded.replace('-', '+').replace('_', '/');
        int whole = standard.length() % 4 == 1 ? standard.length() - 1 : standard.length();
        return new String(Base64.getDecoder().decode(standard.substring(0, whole)), StandardCharsets.ISO_8859_1)
                .contains(":");
    }

    private static Pattern number(String digits) {
        return Pattern.compile("(?<![\\p{L}0-9.])(?:" + digits + ")(?![\\p{L}0-9])");
    }

    /** Numbers stand beside other numbers: what is none as a whole may be one without its last group, or from a later group on. */
    private static String replaceNumbers(String text, Pattern pattern, Predicate<String> secret) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder clean = null;
        int copied = 0;
        int from = 0;
        while (from < text.length() && matcher.find(from)) {
            int end = secretEnd(text, matcher.start(), matcher.end(), secret);
            if (end < 0) {
                from = matcher.start() + 1;
            } else {
                clean = clean == null ? new StringBuilder(text.length()) : clean;
                clean.append(text, copied, matcher.start()).append(Redaction.REDACTED);
                copied = end;
                from = end;
            }
        }
        return clean == null ? text : clean.append(text, copied, text.length()).toString();
    }

    private static int secretEnd(String text, int start, int matchEnd, Predicate<String> secret) {
        int end = matchEnd;
        while (end > start) {
            String digits = text.substring(start, end).replace(" ", "").replace("-", "");
            if (secret.test(digits)) {
                return end;
            }
            end = Math.max(text.lastIndexOf(' ', end - 1), text.lastIndexOf('-', end - 1));
        }
        return -1;
    }

    private static boolean isCard(String digits) {
        if (digits.length() < CARD_SHORTEST) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
