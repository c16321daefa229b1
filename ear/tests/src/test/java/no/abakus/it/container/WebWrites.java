package no.abakus.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;

/** In a web module. */
@ApplicationScoped
public class WebWrites extends Writing {

    @AbakusTask(name = "tests.web.own", ignoreResult = false)
    @Transactional
    public void inItsOwn(String text) {
        writeAndSend(text);
    }

    @AbakusTask(name = "tests.web.workers", ignoreResult = false, acks = Acks.TRANSACTED)
    public void inTheWorkers(String text) {
        writeAndSend(text);
    }

    @AbakusTask(name = "tests.web.joined", ignoreResult = false, acks = Acks.TRANSACTED)
    @Transactional
    public void joiningTheWorkers(String text) {
        writeAndSend(text);
    }
}
