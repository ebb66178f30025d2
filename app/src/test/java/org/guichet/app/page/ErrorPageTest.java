package org.guichet.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.app.World;
import org.guichet.app.catalogue.Catalogues;
import org.junit.jupiter.api.Test;

final class ErrorPageTest {
    private final World world = World.fresh();
    private final View view =
            world.get(Views.class).of(world.get(Catalogues.class).masthead(World.AUTHORITY), Language.FR);

    @Test
    void whoever_only_looked_is_not_told_that_what_was_sent_is_lost() {
        assertThat(text(false, 500))
                .contains("Nous ne pouvons pas montrer cette page. Ce qui était enregistré l’est toujours.")
                .doesNotContain("envoyer");
        assertThat(text(false, 400)).contains("Ce qui était enregistré l’est toujours.");
        assertThat(text(false, 505)).isEqualTo(text(false, 400));
    }

    @Test
    void whoever_sent_something_is_told_that_it_is_not_recorded() {
        assertThat(text(true, 500)).contains("Ce que vous venez d’envoyer n’est pas enregistré.");
        assertThat(text(true, 400)).contains("Rien n’est enregistré.");
    }

    private String text(boolean sent, int status) {
        return view.t(ErrorPage.of(view, sent, status, "").what() + ".text");
    }
}
