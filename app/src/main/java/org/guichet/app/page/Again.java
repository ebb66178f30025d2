package org.guichet.app.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What could not be served, so that it can be asked for again as it was: the address, and every field of the form that
 * was sent. The staff's forms carry their own token among their fields; those of the public need none.
 */
public record Again(boolean sent, String address, List<Field> fields) {
    // Nobody finds a password in a page, not even the own.
    private static final Set<String> SECRETS = Set.of("mot-de-passe");

    /** One box of a form. */
    public record Field(String name, String value) {}

    static Again of(HttpServletRequest request) {
        var query = Optional.ofNullable(request.getQueryString()).orElse("");
        var sent = request.getMethod().equals("POST");
        return new Again(
                sent,
                request.getRequestURI() + (query.isEmpty() ? "" : "?" + query),
                sent ? fields(request, query) : List.of());
    }

    /** Those of the body: what stands in the address is sent with the address. */
    private static List<Field> fields(HttpServletRequest request, String query) {
        MultiValueMap<String, String> inAddress =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        var fields = new ArrayList<Field>();
        for (Map.Entry<String, String[]> each : request.getParameterMap().entrySet()) {
            var name = each.getKey();
            var skipped = inAddress.getOrDefault(name, List.of()).size();
            if (!SECRETS.contains(name)) {
                List.of(each.getValue()).stream()
                        .skip(skipped)
                        .map(value -> new Field(name, value))
                        .forEach(fields::add);
            }
        }
        return List.copyOf(fields);
    }
}
