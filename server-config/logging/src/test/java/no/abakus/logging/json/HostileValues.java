package no.abakus.logging.json;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Values that no code should create, although some code does. */
final class HostileValues {
    private HostileValues() {}

    static List<Object> cycle() {
        return new Cycle();
    }

    /** Contains itself; equal by identity only, so that a test framework can handle it. */
    private static final class Cycle extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            return index == 0 ? "start" : this;
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return "cycle";
        }
    }

    static final class Throwing {
        @Override
        public String toString() {
            throw new IllegalStateException("no text for you");
        }
    }

    static final class Endless extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            return index;
        }

        @Override
        public int size() {
            throw new UnsupportedOperationException("nobody knows");
        }

        @Override
        public Iterator<Object> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return true;
                }

                @Override
                public Object next() {
                    if (next < 0) {
                        throw new NoSuchElementException();
                    }
                    return next++;
                }
            };
        }
    }

    static final class Overflowing {
        @Override
        public String toString() {
            return "" + this;
        }
    }
}
