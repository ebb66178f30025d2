package org.guichet.app.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides.
 *
 * @param folder where the embedded database and the keys live
 * @param publicAddress how people reach the service, without a slash at the end; links in messages start with it
 * @param catalogues the YAML files of the authorities, one each
 * @param relays HTTPS addresses of drand relays, asked in order
 * @param witnesses who is asked to cosign the journal: an address, a space and a verifier key each
 * @param quorum how many of them must have seen a sealed list before its round is known; 0 needs none
 * @param sender the address that mails come from
 * @param demo whether time can be moved and everything is marked as a rehearsal
 * @param people how many invented requests the demo makes
 * @param journalFolder where the journals are written as plain files for a web server; nowhere if it is not said
 * @param proxies addresses and networks of the proxies in front, whose word on where a request comes from is taken
 * @param leaving how long a node that is told to stop goes on answering, so that the proxies send nobody to it any more
 * @param background whether this node also does the work that nobody asks for, or only serves pages
 */
@ConfigurationProperties("guichet")
public record Settings(
        @DefaultValue("var") Path folder,
        @DefaultValue("http://localhost:8080") URI publicAddress,
        @DefaultValue List<Path> catalogues,

        @DefaultValue({"https://api.drand.sh", "https://drand.cloudflare.com"})
        List<URI> relays,

        @DefaultValue List<String> witnesses,
        @DefaultValue("0") int quorum,
        @DefaultValue("ne-pas-repondre@localhost") String sender,
        @DefaultValue("false") boolean demo,
        @DefaultValue("1200") int people,
        @Nullable Path journalFolder,
        @DefaultValue List<String> proxies,
        @DefaultValue("0s") Duration leaving,
        @DefaultValue("true") boolean background) {

    /** Whether people reach the service by https only; a proxy may open what they send. */
    public boolean isEncrypted() {
        return "https".equals(publicAddress.getScheme());
    }

    public String link(String path) {
        return publicAddress + path;
    }
}
