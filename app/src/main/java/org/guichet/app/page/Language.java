package org.guichet.app.page;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that people may choose; digits are Latin and the calendar is Gregorian in all of them. */
public enum Language {
    FR("fr", "ltr", "Français", "fr"),
    EN("en", "ltr", "English", "en"),
    AR("ar", "rtl", "العربية", "ar-u-nu-latn");

    /** The beginning of every public address, in place of the code of a language. */
    public static final String PATH = "/{language}";

    private final String code;
    private final String direction;
    private final String ownName;
    private final String tag;

    Language(String code, String direction, String ownName, String tag) {
        this.code = code;
        this.direction = direction;
        this.ownName = ownName;
        this.tag = tag;
    }

    public String code() {
        return code;
    }

    public String direction() {
        return direction;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    ULocale forNumbers() {
        return ULocale.forLanguageTag(tag);
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
