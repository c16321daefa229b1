package no.abakus.tasks.testing;

import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.ControlListener;

/** {@link InMemoryTopic} fulfils the contract of topics. */
class InMemoryTopicTest extends ControlChannelContract {

    private final InMemoryTopic topic = new InMemoryTopic();

    @Override
    protected ControlChannel channel() {
        return topic;
    }

    @Override
    protected ControlChannel unreachable() {
        InMemoryTopic broken = new InMemoryTopic();
        broken.breakDown("switched off");
        return broken;
    }

    @Override
    protected void join(ControlListener listener) {
        topic.join(listener);
    }
}
