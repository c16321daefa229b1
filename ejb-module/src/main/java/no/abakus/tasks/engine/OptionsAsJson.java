package no.abakus.tasks.engine;

import no.abakus.tasks.message.SignatureCodec;
import no.abakus.tasks.port.OptionsFormat;

/** Creates the format in which stores keep the options of a call: as in a signature. */
public final class OptionsAsJson {

    private OptionsAsJson() {}

    /** The format, which all nodes write. */
    public static OptionsFormat format() {
        return new SignatureCodec();
    }
}
