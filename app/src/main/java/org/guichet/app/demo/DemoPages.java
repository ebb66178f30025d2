package org.guichet.app.demo;

import java.util.List;
import org.guichet.app.notice.Outbox;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.guichet.app.registration.RequestId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells the story and moves it on; shows the messages that nobody was sent. */
@Controller
@ConditionalOnProperty("guichet.demo")
final class DemoPages {
    private static final String HERE = Language.PATH + "/demo";
    private static final int READ = 4000;
    private static final int SHOWN = 30;

    private final Html html;
    private final Story story;
    private final Examples examples;
    private final Crowd crowd;
    private final Outbox outbox;

    DemoPages(Html html, Story story, Examples examples, Crowd crowd, Outbox outbox) {
        this.html = html;
        this.story = story;
        this.examples = examples;
        this.crowd = crowd;
        this.outbox = outbox;
    }

    /** The story by its shortest address. */
    @GetMapping("/demo")
    ResponseEntity<byte[]> enter() {
        return Html.see("/" + Language.FR.code() + "/demo");
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> story(View view) {
        return html.ok(new StoryPage(
                view,
                story.current(),
                view.t("status.at", "date", view.date(story.now()), "time", view.time(story.now())),
                crowd.isFilling(view.authority(), story.now()),
                examples.served(view),
                examples.waiting(view)));
    }

    @PostMapping(HERE + "/suite")
    ResponseEntity<byte[]> goOn(View view, @RequestParam("vers") Story.Event event) {
        story.goOnTo(event);
        return Html.see(view.to("/demo#maintenant"));
    }

    @GetMapping(HERE + "/messages")
    ResponseEntity<byte[]> messages(View view) {
        var known = crowd.known(view.authority()).keySet();
        var all = outbox.newest(view.authority(), READ);
        List<Outbox.Entry> yours = all.stream()
                .filter(it -> !known.contains(new RequestId(it.request())))
                .limit(SHOWN)
                .toList();
        List<Outbox.Entry> others = all.stream()
                .filter(it -> known.contains(new RequestId(it.request())))
                .limit(SHOWN)
                .toList();
        return html.ok(new MessagesPage(view, yours, others));
    }
}
