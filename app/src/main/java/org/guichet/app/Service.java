package org.guichet.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;

/** The service as Spring sees it: every feature below this package. */
@SpringBootApplication(
        exclude = {
            UserDetailsServiceAutoConfiguration.class,
            // Measuring every request costs each of them something, and nobody reads it.
            WebMvcObservationAutoConfiguration.class
        })
public class Service {}
