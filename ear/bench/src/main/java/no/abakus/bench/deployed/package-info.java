/**
 * What the server runs during the benchmark {@code mdb}: the same work done twice, by a task of ours and by a
 * message-driven bean as one would write it by hand, and a servlet by which the driver has either of them measured. The
 * clocks are here, so that no measurement contains HTTP.
 *
 * <p>Both ways end in {@link no.abakus.bench.deployed.Arrivals}, and both begin in a
 * {@link no.abakus.bench.deployed.Sender}; in between they share only the broker and the shape of the message.
 */
package no.abakus.bench.deployed;
