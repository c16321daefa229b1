package no.abakus.bench.deployed;

import no.abakus.tasks.Tasks;

/** Sends through the task system. */
final class OurSender implements Sender {

    private final Tasks tasks;

    OurSender(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void send(int number) {
        tasks.delay(NoopTask::run, number, BareSender.TEXT);
    }
}
