package no.abakus.tasks.message;

import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.UnreadableMessageException;

/** A serializer that stops reading when the values become too heavy. */
interface Weighing {

    /** Reads like {@link no.abakus.tasks.spi.TaskSerializer#read}, and adds what was read to the weight. */
    TaskArguments read(MessageBody body, ParameterTypes types, Weight weight) throws UnreadableMessageException;
}
