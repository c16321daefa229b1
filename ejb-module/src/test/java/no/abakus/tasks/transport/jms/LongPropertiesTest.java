package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.HashMap;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.spi.UnreadableMessageException;
import org.junit.jupiter.api.Test;

/** Properties of many megabytes, which brokers accept, are not split as a whole. */
class LongPropertiesTest {

    private static final int MILLIONS = 5_000_000;
    private static final MessageConfig LIMITS = new MessageConfig(1024, 64, 8192, 0, 0);

    private final Message message = PropertiesOnly.message();

    @Test
    void of_a_list_of_millions_of_keys_the_first_are_taken() throws JMSException {
        message.setStringProperty("abakus_context", "request_id" + " k".repeat(MILLIONS));
        message.setStringProperty("abakus_ctx_request_id", "r-1");

        LogContext context = ContextProperties.read(message, LIMITS);

        assertThat(context.get("request_id")).isEqualTo("r-1");
        assertThat(context.toMap()).containsKey("context_truncated").hasSizeLessThan(70);
    }

    @Test
    void a_list_without_an_end_is_no_list() throws JMSException {
        message.setStringProperty("abakus_context", "k".repeat(MILLIONS));

        assertThat(ContextProperties.read(message, LIMITS).toMap()).hasSizeLessThan(3);
    }

    @Test
    void more_headers_than_any_sender_of_ours_may_send_are_refused() throws JMSException {
        message.setStringProperty(WireFormat.HEADERS, "h" + " h".repeat(MILLIONS));

        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> HeaderProperties.read(message))
                .withMessageContaining("invalid-property: The headers take more than 32768 characters");
    }

    @Test
    void headers_with_long_values_are_refused() throws JMSException {
        message.setStringProperty(WireFormat.HEADERS, "a b");
        message.setStringProperty("b", "x".repeat(MILLIONS));

        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> HeaderProperties.read(message))
                .withMessageContaining("invalid-property");
    }

    @Test
    void headers_that_a_call_may_have_arrive_however_their_names_are_escaped() throws Exception {
        Map<String, Object> headers = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            headers.put("ø".repeat(25) + i, 1);
        }
        HeaderProperties.write(headers, message);

        assertThat(HeaderProperties.read(message)).isEqualTo(headers);
    }

    @Test
    void a_summary_is_cut_and_never_inside_a_character() {
        assertThat(LongProperties.text("a".repeat(MILLIONS))).hasSize(LongProperties.MOST);
        assertThat(LongProperties.text("a" + "\ud83d\ude00".repeat(MILLIONS))).hasSize(LongProperties.MOST - 1);
        assertThat(LongProperties.text("short")).isEqualTo("short");
    }
}
