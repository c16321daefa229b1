package no.abakus.logging;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.logging.Redaction.Concern;

/** What secrets look like inside a text. Every quantifier is bounded or possessive: no input makes these slow. */
final class SecretPatterns {
    private static final Pattern CREDENTIAL = Pattern.compile("(?i)\\b(bearer|basic) +[A-Za-z0-9._~+/=-]{4,}+");
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
            clean = CREDENTIAL.matcher(clean).replaceAll("$1 " + Redaction.REDACTED);
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

    private static Pattern number(String digits) {
        return Pattern.compile("(?<![\\p{L}0-9.])(?:" + digits + ")(?![\\p{L}0-9])");
    }

    private static String replaceNumbers(String text, Pattern pattern, Predicate<String> secret) {
        return pattern.matcher(text).replaceAll(match -> {
            String digits = match.group().replace(" ", "").replace("-", "");
            return secret.test(digits) ? Redaction.REDACTED : Matcher.quoteReplacement(match.group());
        });
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
