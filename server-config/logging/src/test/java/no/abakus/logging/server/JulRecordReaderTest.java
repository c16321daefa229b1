package no.abakus.logging.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ListResourceBundle;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import no.abakus.logging.Records;
import org.junit.jupiter.api.Test;

class JulRecordReaderTest {
    private final JulRecordReader reader = new JulRecordReader();

    @Test
    void a_message_key_is_resolved_with_the_bundle_of_its_logger() {
        Logger logger = Logger.getLogger("record-reader-test", Messages.class.getName());
        LogRecord record = Records.foreign(Level.INFO, "mdb.invoked", "MOne");
        record.setLoggerName(logger.getName());

        assertThat(reader.message(record)).isEqualTo("MDB00037: invoked MOne");
    }

    @Test
    void a_message_of_an_unknown_or_nameless_logger_stays() {
        LogRecord nameless = Records.foreign(Level.INFO, "mdb.invoked");
        nameless.setLoggerName(null);

        assertThat(reader.message(nameless)).isEqualTo("mdb.invoked");
        assertThat(reader.message(Records.foreign(Level.INFO, "it's {0}"))).isEqualTo("it's {0}");
        assertThat(reader.message(Records.foreign(Level.INFO, null))).isNull();
    }

    public static final class Messages extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {{"mdb.invoked", "MDB00037: invoked {0}"}};
        }
    }
}
