package no.abakus.bench.deployed;

import no.abakus.tasks.Tasks;

/** Sends tasks that write to the application's database. */
final class JointSender implements Sender {

    private final Tasks tasks;

    JointSender(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void send(int number) {
        tasks.call(JointTask.NAME).args(number, BareSender.TEXT).applyAsync();
    }
}
