package no.abakus.sample.registrations;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that people register for. Its row is the lock of its admissions. */
@Entity
@Table(name = "sample_event")
public class Event {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String title;

    @Column(name = "opens")
    private OffsetDateTime opens;

    @OneToMany(mappedBy = "event", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Pool> pools = new ArrayList<>();

    protected Event() {}

    Event(String title, OffsetDateTime opens) {
        this.title = title;
        this.opens = opens;
    }

    void addPool(String name, int capacity, List<String> groups) {
        pools.add(new Pool(this, pools.size(), name, capacity, groups));
    }

    long id() {
        return id;
    }

    String title() {
        return title;
    }

    /** When registration opens; empty where it is open. */
    Optional<OffsetDateTime> opens() {
        return Optional.ofNullable(opens);
    }

    /** In the order in which they are filled. */
    List<Pool> pools() {
        return pools;
    }
}
