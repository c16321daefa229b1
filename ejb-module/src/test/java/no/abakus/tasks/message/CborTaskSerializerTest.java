package no.abakus.tasks.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.testing.TaskSerializerContract;

/** CBOR fulfils the contract of all serializers. */
class CborTaskSerializerTest extends TaskSerializerContract {

    @Override
    protected TaskSerializer serializer() {
        return new CborTaskSerializer();
    }

    @Override
    protected List<MessageBody> garbage() {
        return List.of(
                new MessageBody.Binary(new byte[0]),
                new MessageBody.Binary("{\"args\":[]}".getBytes(StandardCharsets.UTF_8)),
                new MessageBody.Binary(new byte[] {1}));
    }
}
