package org.guichet.app.page;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Locale;
import java.util.Optional;

/** Where somebody is written to or called: one letter box or telephone is one text, however it is typed. */
public record Contact(String text) {
    private static final String HOME = "FR";

    // An address is no telephone, whatever figures it has, and finding that out takes longer than anything else here.
    public static Contact of(String typed) {
        return (typed.contains("@") ? Optional.<Contact>empty() : phone(typed))
                .orElseGet(() -> new Contact(Text.clean(typed).toLowerCase(Locale.ROOT)));
    }

    /** A telephone as the whole world writes it (E.164), which knows no extension; empty if it is none. */
    public static Optional<Contact> phone(String typed) {
        try {
            var phones = PhoneNumberUtil.getInstance();
            var number = phones.parse(Text.latinDigits(typed), HOME);
            return phones.isValidNumber(number)
                    ? Optional.of(new Contact(phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }
}
