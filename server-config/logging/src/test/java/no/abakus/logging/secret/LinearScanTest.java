package no.abakus.logging.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scanning a text of twice the length reads twice as many characters, whatever is in it. Counts reads, so that no clock
 * matters.
 */
@Tag("long")
class LinearScanTest {
    private static final int LENGTH = 1_000;
    private static final double DOUBLE = 2.2;
    private static final int MOST_LOOKS = 200;

    /** What the table and the rules react to, whole and in pieces, and what could make them look far. */
    private static final List<String> PIECES = List.of(
            "password[0]=",
            "\"password 2\":\"",
            "dbpass=",
            "ghp_",
            "é",
            "eyJ",
            "eyJ-",
            "eyJhbGci",
            "eyJ-eyJ-",
            "eyJabcd.",
            "eyJabcd..",
            ".eyJabcd",
            "eyJabcd.ab",
            "ab.cd",
            ".",
            "..",
            "Bearer ",
            "Bearer\t",
            "Bearer Bearer ",
            "Basic ",
            "Basic dXNl ",
            "basic",
            "Token ",
            "Token ab1",
            "Digest ",
            "Digest a=",
            "Negotiate ",
            "ApiKey ",
            "key=",
            "key=key=",
            "password=",
            "password: ",
            "password:\t",
            "\"password\"",
            "\"password\":",
            "\"password\":\"",
            "{\\\"password\\\":\\\"",
            "password='",
            "token: ",
            "token: token: ",
            "token:",
            "Cookie: ",
            "Cookie: a=",
            "Set-Cookie: a=b; ",
            "Authorization: ",
            "Authorization: Bearer ",
            "authorization=[",
            "secret=[",
            "secret={",
            "[[[[",
            "{{{{",
            "\"",
            "'",
            "\\",
            "\\\\\"",
            "://",
            "http://",
            "a://b:",
            "://u:p@h/",
            "://a:b",
            "://a:80/",
            "://[",
            "@",
            "@@",
            "a@",
            "a@b",
            "a@b.",
            "a@a@",
            "jdbc:oracle:thin:",
            "thin:a/",
            "thin:@",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN ",
            "-----",
            "-",
            "--",
            "--password ",
            "--password",
            " -password ",
            "-keypass",
            "-----END ",
            "<password>",
            "<password",
            "<password><![CDATA[",
            "]]>",
            "<a key=\"password\">",
            "<name>password</name>",
            "<value>",
            "name=\"password\" ",
            "value=\"",
            "value=",
            "val=",
            ",name=",
            "type=",
            "eeee",
            "PASSWORD '",
            "password(",
            "IDENTIFIED BY ",
            "identified by ",
            "create ",
            " by ",
            "='",
            "password for ",
            "?code=",
            "&code=",
            "state=",
            "password%3D",
            "%26",
            "%22",
            "%",
            "password\\u003d",
            "\\u0022",
            "&quot;",
            "password&quot;:&quot;",
            "password:: ",
            "<",
            ">",
            "<a>",
            "</password>",
            "ghp_",
            "ghp_a",
            "xoxb-",
            "AKIA",
            "AKIAAAAA",
            "SG.",
            "ATATT3",
            "EAAabcde",
            "dapi0123",
            "1//0abcd",
            "LTAI",
            "sk-sk-",
            "sk-proj-",
            "hooks.slack.com/",
            "AIza",
            "4",
            "4111 ",
            "4111 1111 ",
            "4111-",
            "4111-1111-1111-1111",
            "4111.",
            "4111.1111.1111.1111",
            "4111\u00a0",
            "411111111111111",
            "1",
            "12",
            "123456 ",
            "123456 12345",
            "0.1",
            "1 1 1 1 ",
            "a",
            "A",
            "aA1",
            "aA1/",
            "/",
            "_",
            " ",
            "   ",
            "\t",
            "\n",
            "=",
            "==",
            ":",
            "::",
            "=:",
            ",",
            ";",
            "&",
            "é",
            "\u00a0",
            "\ud83d\ude00",
            "\ud83d",
            "ACME-",
            "AC");

    private static final SecretScanner SCANNER = builtIn().build("[redacted]");

    private static SecretScannerBuilder builtIn() {
        return new SecretScannerBuilder()
                .keys(SecretKeys.standard())
                .credentials()
                .tokens()
                .emails()
                .cards()
                .nationalIds();
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void a_piece_repeated_is_linear(String piece) {
        assertLinear("", piece, "");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void the_costliest_forms_that_an_operator_may_name_are_linear(String piece) {
        SecretScanner scanner = builtIn()
                .own(List.of(OwnForm.of("AC[A-Za-z0-9.-]{0,200}Z{50}"), OwnForm.of("\\w{1,255}!+")))
                .build("[redacted]");

        assertLinear(scanner, 2 * MOST_LOOKS + 200, "", piece, "");
    }

    @Test
    void two_pieces_repeated_are_linear() {
        for (String one : PIECES) {
            for (String other : PIECES) {
                assertLinear("", one + other, "");
            }
        }
    }

    @Test
    void random_pieces_around_random_repetitions_are_linear() {
        Random random = new Random(20261129);
        for (int round = 0; round < 10_000; round++) {
            String repeated = pieces(random, 1 + random.nextInt(5));
            assertLinear(pieces(random, random.nextInt(4)), repeated, pieces(random, random.nextInt(4)));
        }
    }

    @Test
    void whatever_the_rules_find_raises_the_suspicion() {
        Random random = new Random(20261130);
        List<String> more = List.of(
                "dXNlcjpwYXNz", "abc1def2", "pass", "Word2", "myPw", "x", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        for (int round = 0; round < 100_000; round++) {
            String text = pieces(random, random.nextInt(5)) + more.get(random.nextInt(more.size())) + pieces(random, 3);
            String clean = SCANNER.clean((CharSequence) text, text.length(), text.length());

            assertThat(SCANNER.clean(text)).isEqualTo(clean == null ? text : clean);
        }
    }

    @Test
    void keys_of_any_length_are_judged_linearly() {
        SecretKeys keys = SecretKeys.standard();
        for (String piece : List.of("password", "aB", "a_", "1a", "secret_", "value")) {
            // Long keys are outside data too; the work is a bounded number of searches in them.
            assertThat(keys.matches(piece.repeat(20_000))).isIn(true, false);
            assertThat(keys.inText(piece.repeat(8))).isNotNull();
        }
    }

    private static void assertLinear(String before, String repeated, String after) {
        assertLinear(SCANNER, MOST_LOOKS, before, repeated, after);
    }

    private static void assertLinear(
            SecretScanner scanner, int mostLooks, String before, String repeated, String after) {
        int times = 1 + LENGTH / repeated.length();
        long once = looks(scanner, before + repeated.repeat(times) + after);
        long twice = looks(scanner, before + repeated.repeat(2 * times) + after);
        long most = Math.max((long) (DOUBLE * once), once + 3_000);
        assertThat(twice)
                .as("looks at twice as much of <%s><%s><%s>", before, repeated, after)
                .isLessThanOrEqualTo(most);
        assertThat(twice)
                .as("looks for each character of <%s><%s><%s>", before, repeated, after)
                .isLessThanOrEqualTo((long) mostLooks * (2L * times * repeated.length() + 200));
    }

    private static long looks(SecretScanner scanner, String text) {
        CountedText counted = new CountedText(text);
        scanner.clean(counted, text.length(), text.length());
        return counted.looks;
    }

    private static String pieces(Random random, int count) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, count).forEach(i -> text.append(PIECES.get(random.nextInt(PIECES.size()))));
        return text.toString();
    }

    static Stream<String> pieces() {
        return PIECES.stream();
    }
}
