package no.abakus.tasks.message;

import no.abakus.jackson.core.StreamReadConstraints;
import no.abakus.jackson.dataformat.cbor.databind.CBORMapper;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.UnreadableMessageException;

/** CBOR (RFC 8949): a compact binary format that keeps numbers of any size. */
final class CborTaskSerializer extends JacksonTaskSerializer {

    CborTaskSerializer() {
        super("cbor", "application/cbor", false, JsonMapping.strict(CBORMapper.builder()));
    }

    @Override
    void inspect(MessageBody body) throws UnreadableMessageException {
        if (body instanceof MessageBody.Binary binary) {
            CborShape.check(binary.bytes(), StreamReadConstraints.DEFAULT_MAX_DEPTH);
        }
    }
}
