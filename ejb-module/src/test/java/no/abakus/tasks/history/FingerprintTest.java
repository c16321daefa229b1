package no.abakus.tasks.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    private static TaskFailure failure(String message, String... frames) {
        return new TaskFailure("java.io.IOException", Optional.of(message), List.of(frames), Optional.empty());
    }

    private static Fingerprint fingerprint(String task, TaskFailure failure) {
        return Fingerprint.of(task, failure, new Stacks(Redaction.standard(), 1_000));
    }

    @Test
    void the_same_place_is_the_same_group_whatever_the_message_and_the_line() {
        Fingerprint one = fingerprint(
                "mail.send",
                failure("order 17", "no.example.Smtp.connect(Smtp.java:17)", "no.example.Mail.send(M.java:1)"));
        Fingerprint other = fingerprint(
                "mail.send",
                failure("order 18", "no.example.Smtp.connect(Smtp.java:18)", "no.example.Mail.send(M.java:2)"));

        assertThat(one).isEqualTo(other);
        assertThat(one.frame()).contains("no.example.Smtp.connect");
        assertThat(one.group()).hasSize(32);
    }

    @Test
    void another_task_type_cause_or_place_is_another_group() {
        TaskFailure failure = failure("x", "no.example.Smtp.connect(Smtp.java:17)");
        TaskFailure wrapped =
                new TaskFailure("java.lang.IllegalStateException", Optional.empty(), List.of(), Optional.of(failure));

        assertThat(List.of(
                        fingerprint("mail.send", failure).group(),
                        fingerprint("mail.receive", failure).group(),
                        fingerprint("mail.send", wrapped).group(),
                        fingerprint("mail.send", failure("x", "no.example.Smtp.close(Smtp.java:1)"))
                                .group(),
                        Fingerprint.of("mail.send", "arguments").group()))
                .doesNotHaveDuplicates();
        assertThat(fingerprint("mail.send", wrapped).frame()).contains("no.example.Smtp.connect");
    }

    @Test
    void the_number_of_frames_that_were_left_out_does_not_count() {
        assertThat(fingerprint("mail.send", failure("x", "no.Mailer.send(M.java:7)", "… 37 more")))
                .isEqualTo(fingerprint("mail.send", failure("x", "no.Mailer.send(M.java:7)", "… 38 more")));
    }

    @Test
    void frames_of_servers_and_libraries_do_not_count() {
        Fingerprint deep = fingerprint(
                "mail.send",
                failure(
                        "x",
                        "java.base/java.net.Socket.connect(Socket.java:1)",
                        "deployment.a.ear//no.example.Smtp.connect(Smtp.java:17)",
                        "org.jboss.weld.core//org.jboss.weld.Proxy.invoke(P.java:3)"));

        assertThat(deep).isEqualTo(fingerprint("mail.send", failure("x", "no.example.Smtp.connect(Smtp.java:17)")));
    }

    @ParameterizedTest
    @CsvSource({
        "no.example.Mail.lambda$send$7(Mail.java:3), no.example.Mail.lambda$send$",
        "no.example.Mail$$Lambda/0x000079aef4b1d208.run(Unknown Source), no.example.Mail.run",
        "no.example.Mail$$Lambda$14.run(Unknown Source), no.example.Mail.run",
        "app//no.example.Mail.send(Mail.java), no.example.Mail.send"
    })
    void numbers_that_change_from_build_to_build_are_left_out(String frame, String shown) {
        assertThat(ApplicationFrame.of(frame)).contains(shown);
    }
}
