package no.abakus.tasks.engine;

import no.abakus.tasks.message.SignatureCodec;
import no.abakus.tasks.port.OptionsFormat;

/** Creates the format in which stores keep the options of a call. Signatures have the same format. */
public final class OptionsAsJson {

    private OptionsAsJson() {}

    /** Returns the format that all nodes write. */
    public static OptionsFormat format() {
        return new SignatureCodec();
    }
}
