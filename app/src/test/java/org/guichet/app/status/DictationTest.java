package org.guichet.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.app.registration.RequestNumber;
import org.junit.jupiter.api.Test;

final class DictationTest {
    @Test
    void a_number_is_dictated_digit_by_digit_in_french() {
        assertThat(Dictation.french(new RequestNumber("482901736547")))
                .isEqualTo("quatre, huit, deux, neuf. zéro, un, sept, trois. six, cinq, quatre, sept.");
    }
}
