/**
 * The classes that run in the server during the {@code mdb} benchmark and some others. One of our tasks and a
 * hand-written message-driven bean do the same work, and the driver measures each of them through a servlet. Times are
 * taken here, in the server, so that no measurement includes HTTP.
 *
 * <p>Both ways begin with a {@link no.abakus.bench.deployed.Sender} and end at {@link
 * no.abakus.bench.deployed.Arrivals}. In between, they share only the broker and the shape of the message.
 */
package no.abakus.bench.deployed;
