package no.abakus.tasks.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No input can make a regular expression take more than linear time. Counts the characters that each constant pattern
 * reads, in this archive and in the jars that it comes with: a text of twice the length must not take more than about
 * twice the steps.
 */
@Tag("long")
class EveryPatternTest {

    private static final int LENGTH = 100;

    /** Beyond that, a text of twice the length took more than twice the steps. */
    private static final double LINEAR = 2.3;

    /** Steps that a text of any length may take. */
    private static final int SET_UP = 100;

    /** Libraries under a name of ours. What they may read is limited before they read it. */
    private static final String LIBRARIES = "no.abakus.jackson.";

    /** Searched for in a text; the others are compared with the whole of it. */
    private static final Set<String> SEARCHED = Set.of(
            "no.abakus.tasks.message.ArgumentSummary.BREAKS",
            "no.abakus.tasks.message.JacksonTaskSerializer.ASIDES",
            "no.abakus.tasks.registry.Attribute.HYPHEN_AND_LETTER",
            "no.abakus.logging.web.RequestContext.PATH_PARAMETERS");

    @Test
    void takes_linear_time() throws ReflectiveOperationException {
        List<String> slow = new ArrayList<>();
        Map<String, Pattern> patterns = patterns();

        patterns.forEach((name, pattern) -> {
            for (String text : texts(pattern)) {
                check(name, Matcher::matches, pattern, text, slow);
                if (SEARCHED.contains(name)) {
                    check(name, EveryPatternTest::findAll, pattern, text, slow);
                }
            }
        });

        assertThat(patterns.keySet())
                .as("patterns found")
                .hasSizeGreaterThan(15)
                .containsAll(SEARCHED);
        assertThat(slow)
                .as("patterns that read a text of twice the length more than twice")
                .isEmpty();
    }

    @Test
    void is_told_from_one_that_takes_quadratic_time() {
        List<String> slow = new ArrayList<>();

        check("slow", EveryPatternTest::findAll, Pattern.compile("a+b"), "a", slow);
        check("fast", EveryPatternTest::findAll, Pattern.compile("a++b?"), "a", slow);

        assertThat(slow).singleElement().asString().startsWith("slow");
    }

    private static void findAll(Matcher matcher) {
        while (matcher.find()) {
            assertThat(matcher.end()).isNotNegative();
        }
    }

    private static void check(String name, Consumer<Matcher> search, Pattern pattern, String text, List<String> slow) {
        long once = steps(search, pattern, text, LENGTH);
        long twice = steps(search, pattern, text, 2 * LENGTH);
        if (twice > LINEAR * once + SET_UP) {
            slow.add(name + " in repeated '" + text + "': " + once + ", then " + twice + " steps");
        }
    }

    private static long steps(Consumer<Matcher> search, Pattern pattern, String text, int length) {
        // The last character fits no pattern, so a pattern that can backtrack does so.
        CountedText counted = new CountedText(text.repeat(length / text.length()) + "\u0001");
        search.accept(pattern.matcher(counted));
        return counted.steps;
    }

    /** One and two characters, from the pattern itself and from classes of characters that patterns name. */
    private static Set<String> texts(Pattern pattern) {
        Set<String> characters = new LinkedHashSet<>(List.of("a", "Z", "0", " ", "\n", "_", "é", "\u2028"));
        pattern.pattern()
                .codePoints()
                .filter(c -> !Character.isLetterOrDigit(c))
                .forEach(c -> characters.add(Character.toString(c)));
        Set<String> texts = new LinkedHashSet<>(characters);
        characters.forEach(first -> characters.forEach(second -> texts.add(first + second)));
        return texts;
    }

    private static Map<String, Pattern> patterns() throws ReflectiveOperationException {
        Map<String, Pattern> patterns = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("no.abakus")) {
            if (type.getName().startsWith(LIBRARIES)) {
                continue;
            }
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isEquivalentTo(Pattern.class)) {
                    Field constant = field.reflect();
                    constant.setAccessible(true);
                    patterns.put(type.getName() + "." + field.getName(), (Pattern) constant.get(null));
                }
            }
        }
        return patterns;
    }

    private static final class CountedText implements CharSequence {
        private final String text;
        private long steps;

        private CountedText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
