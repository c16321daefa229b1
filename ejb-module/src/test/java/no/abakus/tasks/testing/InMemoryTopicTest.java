package no.abakus.tasks.testing;

import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.ControlListener;

/** The topic in memory keeps the contract. */
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
