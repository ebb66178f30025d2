package org.guichet.journeys;

import java.util.List;
import java.util.concurrent.Future;

/**
 * What was found on a page.
 *
 * @param problems what axe found
 * @param sideways whether it scrolls sideways on a narrow phone
 * @param small targets of less than 24 pixels, unless they stand in a sentence
 * @param strangers what it asked of other hosts
 * @param html what the checker of HTML finds
 * @param bytes what it weighs on the wire with the style sheet
 */
record Visit(
        Pages.Stop stop,
        String title,
        int headings,
        int scripts,
        List<String> problems,
        boolean sideways,
        List<String> small,
        List<String> strangers,
        Future<List<String>> html,
        int bytes) {}
