package no.abakus.tasks.testing;

import no.abakus.tasks.config.Seals;
import no.abakus.tasks.config.SendTokens;

/**
 * The things that all nodes of a workbench share: a clock, a broker and a database, all in memory.
 *
 * @param tokens creates the secret token of each send; every node recognizes the tokens of all others
 * @param failures the failures that the test has not seen yet, on any node
 */
record SharedMemory(
        SettableClock clock,
        InMemoryTransport transport,
        InMemoryResults results,
        InMemoryOrders orders,
        InMemoryClaims claims,
        InMemorySuspicions suspicions,
        InMemoryTransactions transactions,
        InMemoryTopic topic,
        InMemoryBroker broker,
        InMemoryHistory history,
        SendTokens tokens,
        Failures failures) {

    static SharedMemory fresh() {
        SettableClock clock = new SettableClock();
        InMemoryTransport transport = new InMemoryTransport(clock);
        InMemoryResults results = new InMemoryResults();
        InMemoryOrders orders = new InMemoryOrders();
        InMemoryClaims claims = new InMemoryClaims(clock);
        return new SharedMemory(
                clock,
                transport,
                results,
                orders,
                claims,
                new InMemorySuspicions(),
                new InMemoryTransactions(transport, results, orders, claims),
                new InMemoryTopic(),
                new InMemoryBroker(transport, clock),
                new InMemoryHistory(),
                new SendTokens(new CountingIds(), new Seals()),
                new Failures());
    }
}
