/**
 * What the server runs during the benchmark {@code mdb}: the same work done twice, by one of our tasks and by a
 * hand-written message-driven bean, and a servlet with which the driver has either of them measured. The clocks are
 * here, so that no measurement includes HTTP.
 *
 * <p>Both ways begin in a {@link no.abakus.bench.deployed.Sender} and end in {@link no.abakus.bench.deployed.Arrivals}.
 * In between they only share the broker and the shape of the message.
 */
package no.abakus.bench.deployed;
