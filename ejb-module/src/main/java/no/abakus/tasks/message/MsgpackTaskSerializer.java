package no.abakus.tasks.message;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import no.abakus.jackson.core.JsonParser;
import no.abakus.jackson.core.StreamReadConstraints;
import no.abakus.jackson.core.io.JsonEOFException;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.jackson.databind.cfg.CoercionAction;
import no.abakus.jackson.databind.cfg.CoercionInputShape;
import no.abakus.jackson.org.msgpack.jackson.dataformat.MessagePackMapper;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.UnreadableMessageException;

/** MessagePack: a compact binary format. */
final class MsgpackTaskSerializer extends JacksonTaskSerializer {

    MsgpackTaskSerializer() {
        super("msgpack", "application/vnd.msgpack", false, mapper());
    }

    /**
     * Creates a mapper that writes {@code BigDecimal} and {@code BigInteger} as text, because the format limits numbers
     * to 64 bits.
     */
    private static ObjectMapper mapper() {
        MessagePackMapper mapper =
                JsonMapping.strict(MessagePackMapper.builder()).handleBigIntegerAndBigDecimalAsString();
        for (Class<?> number : List.of(BigDecimal.class, BigInteger.class)) {
            mapper.coercionConfigFor(number).setCoercion(CoercionInputShape.String, CoercionAction.TryConvert);
        }
        return mapper;
    }

    @Override
    void inspect(MessageBody body) throws UnreadableMessageException {
        if (body instanceof MessageBody.Binary binary) {
            MsgpackShape.check(binary.bytes(), StreamReadConstraints.DEFAULT_MAX_DEPTH);
        }
    }

    /** Whether nothing follows. The format's parser throws an exception where other parsers report the end. */
    @Override
    boolean atEnd(JsonParser parser) throws IOException {
        try {
            return super.atEnd(parser);
        } catch (JsonEOFException end) {
            return true;
        }
    }
}
