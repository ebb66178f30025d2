package org.guichet.app.welcome;

import java.util.List;
import org.guichet.app.page.View;

/** A page of sentences only: {@code name} begins its message keys, {@code paragraphs} are the keys' ends. */
public record PlainPage(View view, String name, List<String> paragraphs) {}
