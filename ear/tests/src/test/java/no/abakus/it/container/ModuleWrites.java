package no.abakus.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;

/** In a module that is no web module: it runs as a part of its listener. */
@ApplicationScoped
public class ModuleWrites extends Writing {

    @AbakusTask(name = "tests.module.own", ignoreResult = false)
    @Transactional
    public void inItsOwn(String text) {
        writeAndSend(text);
    }

    @AbakusTask(name = "tests.module.workers", ignoreResult = false, acks = Acks.TRANSACTED)
    public void inTheWorkers(String text) {
        writeAndSend(text);
    }

    @AbakusTask(name = "tests.module.joined", ignoreResult = false, acks = Acks.TRANSACTED)
    @Transactional
    public void joiningTheWorkers(String text) {
        writeAndSend(text);
    }
}
