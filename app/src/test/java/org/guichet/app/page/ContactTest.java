package org.guichet.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 12 34 56 78",
                "06.12.34.56.78",
                "0612345678",
                "+33 6 12 34 56 78",
                "+33 (0)6 12 34 56 78",
                "0033 6 12 34 56 78",
                "33612345678",
                "06 12 34 56 78 ext. 12",
                "06 12 34 56 78 #3",
                "tel:+33-6-12-34-56-78",
                "٠٦ ١٢ ٣٤ ٥٦ ٧٨",
                "۰۶۱۲۳۴۵۶۷۸",
                "+٣٣ ٦ ١٢ ٣٤ ٥٦ ٧٨"
            })
    void one_telephone_is_one_contact_however_it_is_typed(String typed) {
        assertThat(Contact.of(typed)).isEqualTo(new Contact("+33612345678"));
        assertThat(Contact.phone(typed)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "A@Example.ORG, a@example.org",
        "' a@example.org ', a@example.org",
        "0612345678@example.org, 0612345678@example.org",
        "+223 20 22 23 45, +22320222345"
    })
    void a_letter_box_and_a_telephone_elsewhere_are_what_they_are(String typed, String text) {
        assertThat(Contact.of(typed)).isEqualTo(new Contact(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "a@example.org", "06 12 34", "quand vous voulez"})
    void what_is_no_telephone_is_none(String typed) {
        assertThat(Contact.phone(typed)).isEmpty();
    }
}
