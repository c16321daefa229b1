package no.abakus.tasks.deployment;

import jakarta.jms.ConnectionFactory;
import java.util.function.Consumer;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.delay.Arrivals;
import no.abakus.tasks.delay.Departures;
import no.abakus.tasks.delay.ParkingLot;
import no.abakus.tasks.delay.WithParked;
import no.abakus.tasks.delay.jdbc.JdbcParked;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.DelayedMessages;
import no.abakus.tasks.port.ParkedStore;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.result.Later;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.transport.jms.DeadLetters;
import no.abakus.tasks.transport.jms.JmsDelayed;

/**
 * The components for tasks that are due in more than a few minutes.
 *
 * @param parking moves these tasks from their queue to the database, and back in time
 * @param broker the operators' view of the broker, including the tasks in the database
 */
record DelayedTasks(ParkingLot parking, BrokerAdmin broker) {

    static DelayedTasks of(
            TaskSystemConfig config,
            ConnectionFactory connections,
            Database database,
            Transactions transactions,
            BrokerAdmin broker,
            DeadLetters deadLetters,
            Consumer<TaskEvent.Unreadable> events,
            TaskClock clock,
            Later later) {
        ParkedStore parked = new JdbcParked(database);
        DelayedMessages delayed =
                new JmsDelayed(connections, config.message().maxBodySize(), deadLetters, events, clock);
        Arrivals arrivals = new Arrivals(delayed, parked, transactions);
        Departures departures = new Departures(parked, delayed, transactions, clock, config.delay());
        return new DelayedTasks(
                new ParkingLot(arrivals, departures, later::run),
                new WithParked(broker, parked, arrivals, transactions, clock));
    }
}
