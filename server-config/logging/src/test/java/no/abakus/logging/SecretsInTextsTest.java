package no.abakus.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is secret in texts and what only looks secret. Each is a list of lines, and each pattern has a line in both
 * lists.
 */
class SecretsInTextsTest {
    private static final Redaction STANDARD = Redaction.standard();
    private static final Pattern SECRET = Pattern.compile("«([^»]*)»");
    private static final int SHOWN_BY_CHANCE = 5;

    @ParameterizedTest
    @MethodSource("secrets")
    void secrets_are_hidden_and_what_is_around_them_stays(String marked) {
        String text = marked.replaceAll("[«»]", "");

        assertThat(STANDARD.text(text)).isEqualTo(SECRET.matcher(marked).replaceAll("[redacted]"));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void what_is_redacted_once_is_not_changed_by_redacting_it_again(String marked) {
        String once = STANDARD.text(marked.replaceAll("[«»]", ""));

        assertThat(STANDARD.text(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void no_half_of_a_secret_is_shown_wherever_the_text_is_cut(String marked) {
        String text = marked.replaceAll("[«»]", "");
        List<String> halves = halves(marked);

        for (int most = 0; most <= text.length(); most++) {
            assertThat(STANDARD.text(text, most))
                    .as("the first %s of %s", most, text)
                    .doesNotContain(halves);
        }
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void a_secret_is_found_behind_any_text_and_before_any(String marked) {
        String text = marked.replaceAll("[«»]", "");

        assertThat(STANDARD.text("before: " + text)).doesNotContain(halves(marked));
        assertThat(STANDARD.text("x".repeat(40) + "\n(" + text)).doesNotContain(halves(marked));
        assertThat(STANDARD.text(text + " after\n")).doesNotContain(halves(marked));
    }

    @ParameterizedTest
    @MethodSource("plainLines")
    void lines_without_secrets_stay_as_they_are(String line) {
        assertThat(STANDARD.text(line)).isSameAs(line);
        assertThat(STANDARD.text("[x] " + line + " (y)")).isEqualTo("[x] " + line + " (y)");
    }

    private static List<String> halves(String marked) {
        List<String> halves = new ArrayList<>();
        Matcher matcher = SECRET.matcher(marked);
        while (matcher.find()) {
            String secret = matcher.group(1);
            int length = Math.min(secret.length(), SHOWN_BY_CHANCE);
            halves.add(secret.substring(0, length));
            halves.add(secret.substring(secret.length() - length));
        }
        return halves;
    }

    static Stream<String> secrets() throws IOException {
        return lines("/secrets-in-texts.txt").map(line -> line.replaceAll("(?<!\\\\)\\\\n", "\n")
                .replaceAll("(?<!\\\\)\\\\t", "\t")
                .replaceAll("(?<!\\\\)\\\\r", "\r"));
    }

    static Stream<String> plainLines() throws IOException {
        return lines("/lines-without-secrets.txt");
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = SecretsInTextsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }
}
