package org.guichet.bench.service;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guichet.app.asking.Answers;
import org.guichet.app.page.Seals;
import tools.jackson.databind.json.JsonMapper;

/** Forms filled in to the last page, sealed as the pages of asking seal them. */
public record SealedForms(RunningService service, String pool) {
    /** Sends the form, with nothing but its address. */
    public byte[] post(UUID submission, Map<String, String> fields) {
        URI server = service.address();
        var sealed = service.get(Seals.class)
                .seal(
                        "answers/" + RunningService.AUTHORITY.value() + "/" + pool,
                        JsonMapper.shared().writeValueAsString(new Answers(submission, true, fields)));
        return HttpLine.post(server, "/fr/demande/" + pool + "/envoi?s=" + sealed);
    }

    /** Somebody who comes alone, whom any place suits, and who is reached by mail. */
    public static Map<String, String> alone(String document, String mail) {
        var fields = new HashMap<>(person(1, document));
        fields.put("qui", "moi");
        fields.put("fait-qui", "1");
        fields.put("ou", "tout");
        fields.put("fait-ou", "1");
        fields.put("fait-impossible", "1");
        fields.putAll(reached(mail));
        return fields;
    }

    /** The pages about one person, who is told apart by a document. */
    public static Map<String, String> person(int person, String document) {
        var prefix = "p" + person + "-";
        return Map.of(
                prefix + "nom", "PERSONNE",
                prefix + "prenoms", "Quelqu’un",
                prefix + "jour", "22",
                prefix + "mois", "4",
                prefix + "annee", "1985",
                "fait-personne-" + person, "1",
                prefix + "document", "passeport",
                prefix + "pays", "FR",
                prefix + "numero", document,
                "fait-document-" + person, "1");
    }

    /** The page that asks how somebody is reached. */
    public static Map<String, String> reached(String mail) {
        return Map.of("courriel", mail, "fait-joindre", "1");
    }
}
