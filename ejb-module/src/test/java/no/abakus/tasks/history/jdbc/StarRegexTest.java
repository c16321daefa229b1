package no.abakus.tasks.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.abakus.tasks.database.ContextText;
import no.abakus.tasks.operate.TextPattern;
import org.junit.jupiter.api.Test;

class StarRegexTest {

    private static final List<String> VALUES = List.of(
            "", "abcd", "axbxcxd", "a\nb\nc\nd", "aXbYcZ", ".+(", "\\E\\Qx", "\nb", "aaa", "aaaa", "aaaaa", "abba");

    @Test
    void it_finds_what_the_pattern_fits() {
        for (String pattern :
                List.of("a*b*c*d", "*a*b*c*", "a**b*", "***", "*.*+*(*", "*\\E*\\Q*x", "*\n*b*", "a*a*a*a", "*a*b*a")) {
            TextPattern wanted = new TextPattern(pattern);
            for (String value : VALUES) {
                assertThat(Pattern.compile(StarRegex.of(wanted)).matcher(value).find())
                        .as(pattern + " in " + value)
                        .isEqualTo(wanted.fits(value));
            }
        }
    }

    @Test
    void in_a_context_it_finds_the_value_of_its_key_alone() {
        Pattern wanted = Pattern.compile(StarRegex.inContext("tenant", new TextPattern("a*b*c*d")));

        assertThat(wanted.matcher(ContextText.write(Map.of("tenant", "axb\ncxd", "other", "1")))
                        .find())
                .isTrue();
        assertThat(wanted.matcher(ContextText.write(Map.of("tenant", "axb", "other", "cxd")))
                        .find())
                .isFalse();
        assertThat(wanted.matcher(ContextText.write(Map.of("other", "abcd"))).find())
                .isFalse();
    }

    @Test
    void twice_the_value_takes_twice_the_steps() {
        Pattern wanted = Pattern.compile(StarRegex.of(new TextPattern("*a".repeat(40) + "*b*c")));

        assertThat(steps(wanted, 4_000)).isLessThan(3 * steps(wanted, 2_000));
    }

    private static long steps(Pattern wanted, int length) {
        Counted value = new Counted("a".repeat(length));
        assertThat(wanted.matcher(value).find()).isFalse();
        return value.looks;
    }

    /** Counts how often its characters are read. */
    private static final class Counted implements CharSequence {

        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
