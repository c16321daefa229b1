/**
 * What the server runs during {@code mdb} and other benchmarks. One of our tasks and a hand-written message-driven bean
 * do the same work, and the driver measures each of them through a servlet. The clocks are here, so that no measurement
 * includes HTTP.
 *
 * <p>Both ways begin in a {@link no.abakus.bench.deployed.Sender} and end in {@link no.abakus.bench.deployed.Arrivals}.
 * In between, the two ways share only the broker and the shape of the message.
 */
package no.abakus.bench.deployed;
