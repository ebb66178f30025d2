package org.guichet.app.appointment;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.View;
import org.guichet.app.platform.Settings;
import org.guichet.app.registration.Request;
import org.springframework.stereotype.Component;

/** An appointment as an iCalendar file (RFC 5545, RFC 5546): one UID, and a higher SEQUENCE when it is cancelled. */
@Component
public final class Invitation {
    private static final int AS_ACCEPTED = 0;
    private static final int AS_CANCELLED = 1;

    private final Catalogues catalogues;
    private final Settings settings;
    private final Clock clock;

    Invitation(Catalogues catalogues, Settings settings, Clock clock) {
        // Phones know their time zones; nothing is looked up on the net for a file that holds UTC.
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        this.catalogues = catalogues;
        this.settings = settings;
        this.clock = clock;
    }

    public String of(View view, Request request, Offer offer) {
        var live = offer.state() == Offer.State.OPEN || offer.state() == Offer.State.ACCEPTED;
        var catalogue = catalogues.of(view.authority());
        var centre = catalogue.centre(offer.centre()).orElseThrow();
        var organizer = new Organizer(URI.create("mailto:" + settings.sender()));
        organizer.add(new Cn(view.t(catalogue.authority().name())));
        var event = new VEvent(false);
        event.add(new Uid(offer.id() + "@" + settings.publicAddress().getHost()));
        event.add(new DtStamp(clock.instant()));
        event.add(new DtStart<>(offer.startsAt()));
        event.add(new DtEnd<>(offer.endsAt()));
        event.add(new Sequence(live ? AS_ACCEPTED : AS_CANCELLED));
        event.add(live ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED);
        event.add(organizer);
        event.add(new Summary(view.t("appointment.calendar.summary")));
        event.add(new Location(view.t(centre.name()) + ", " + centre.address()));
        event.add(new Description(
                view.t("appointment.calendar.text", "number", request.number().grouped())));
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Guichet//Guichet//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(live ? ImmutableMethod.PUBLISH : ImmutableMethod.CANCEL);
        calendar.add(event);
        return text(calendar);
    }

    private static String text(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString();
    }
}
