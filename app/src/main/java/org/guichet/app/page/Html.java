package org.guichet.app.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.guichet.app.platform.Limits;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Renders a page record with the template of the same name, in the folder of its feature. */
@Component
public final class Html {
    /** The header by which a browser forgets what it keeps of us, and {@link #WHAT_WAS_KEPT} of it. */
    public static final String FORGET = "Clear-Site-Data";

    public static final String WHAT_WAS_KEPT = "\"cache\"";

    private static final MediaType TYPE = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TemplateEngine engine;
    private final Edition edition;

    Html(Edition edition) {
        this.edition = edition;
        this.engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, Html.class.getClassLoader(), "org.guichet.app.views");
        engine.setBinaryStaticContent(true);
    }

    /** Whoever has the very same page already is told so, and nothing else is sent. */
    public ResponseEntity<byte[]> ok(Record page) {
        var body = render(nameOf(page), page);
        return headed(HttpStatus.OK).eTag(Tags.of(body)).body(body);
    }

    /** Names all that a page is made of: {@code inputs} is what it shows, the words and the frame are ours. */
    public String tag(View view, String inputs) {
        return Tags.of(String.join(
                "\n",
                edition.text(),
                view.masthead().edition(),
                view.language().code(),
                view.address().orElse(""),
                inputs));
    }

    /** The page, unless its tag is among those that the browser names: then it is not even made. */
    public ResponseEntity<byte[]> unlessSeen(String seen, String tag, Record page) {
        return Tags.isAmong(tag, seen)
                ? headed(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : headed(HttpStatus.OK).eTag(tag).body(render(nameOf(page), page));
    }

    public ResponseEntity<byte[]> page(HttpStatus status, Record page) {
        return page(status, nameOf(page), page);
    }

    public ResponseEntity<byte[]> page(HttpStatus status, String template, Record page) {
        return headed(status).body(render(template, page));
    }

    private static ResponseEntity.BodyBuilder headed(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(TYPE)
                .cacheControl(CacheControl.noCache().cachePrivate());
    }

    /** The last page of a visit: the browser forgets the pages before it. */
    public ResponseEntity<byte[]> last(Record page) {
        return headed(HttpStatus.OK).header(FORGET, WHAT_WAS_KEPT).body(render(nameOf(page), page));
    }

    /** 429: what was asked for is not done now, and may be asked for again after so long. */
    public ResponseEntity<byte[]> tooMany(Duration rest, Record page) {
        return headed(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(rest.toSeconds() + 1))
                .body(render(nameOf(page), page));
    }

    /** 503: nothing is done now, and may be asked for again after a while. */
    public ResponseEntity<byte[]> later(Record page) {
        return headed(HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(Limits.COME_AGAIN.toSeconds()))
                .body(render(nameOf(page), page));
    }

    /** 303: the answer to every form, so that reload and the back button never send it again. */
    public static ResponseEntity<byte[]> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    public byte[] render(String template, Record page) {
        var output = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("page", page), output);
        return output.toByteArray();
    }

    private static String nameOf(Record page) {
        var feature = page.getClass().getPackageName();
        return feature.substring(feature.lastIndexOf('.') + 1) + "/"
                + page.getClass().getSimpleName();
    }
}
