package org.guichet.app.demo;

import java.util.List;
import java.util.Optional;
import org.guichet.app.page.View;

/** The story with what to look at now, as applicant, agent and doubter. */
public record StoryPage(
        View view,
        Story.Event current,
        String now,
        boolean filling,
        Optional<Example> served,
        Optional<Example> waiting) {

    /** Somebody invented whose request can be opened. */
    public record Example(String names, String link, String when) {}

    public List<Story.Event> events() {
        return List.of(Story.Event.values());
    }

    public Optional<Story.Event> next() {
        var place = events().indexOf(current);
        return place + 1 < events().size() ? Optional.of(events().get(place + 1)) : Optional.empty();
    }

    public boolean isPast(Story.Event event) {
        return event.compareTo(current) < 0;
    }

    public boolean reached(Story.Event event) {
        return event.compareTo(current) <= 0;
    }
}
