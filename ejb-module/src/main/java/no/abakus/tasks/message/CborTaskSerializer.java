package no.abakus.tasks.message;

import no.abakus.jackson.dataformat.cbor.databind.CBORMapper;

/** CBOR (RFC 8949): a compact binary format that keeps numbers of any size. */
final class CborTaskSerializer extends JacksonTaskSerializer {

    CborTaskSerializer() {
        super("cbor", "application/cbor", false, JsonMapping.strict(CBORMapper.builder()));
    }
}
